#include "spaces.h"

Slice trim_spaces(Slice text) {
  for (size_t len; (len = space_len(text)) > 0;) text = slice_from(text, len);
  for (;;) {
    text = slice_trim(text);
    if (!slice_ends_with(text, NO_BREAK_SPACE)) return text;
    text.len -= NO_BREAK_SPACE.len;
  }
}

// The next byte that is no white space, taken off; -1 at the end.
static int next_byte(Slice *rest) {
  for (size_t len; (len = space_len(*rest)) > 0;) *rest = slice_from(*rest, len);
  if (!rest->len) return -1;
  int byte = (unsigned char)rest->ptr[0];
  *rest = slice_from(*rest, 1);
  return byte;
}

bool same_but_spaces(Slice a, Slice b) {
  int byte;
  do {
    byte = next_byte(&a);
    if (byte != next_byte(&b)) return false;
  } while (byte >= 0);
  return true;
}

uint64_t hash_but_spaces(Slice text) {
  uint64_t hash = 14695981039346656037u; // FNV-1a
  for (int byte; (byte = next_byte(&text)) >= 0;) hash = (hash ^ (unsigned)byte) * 1099511628211u;
  return hash;
}

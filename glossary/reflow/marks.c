#include "marks.h"

#include "../prose/seek.h"

// A no-break space may become a blank when a text is written.
static bool is_alone(Slice text, uint32_t at) {
  Slice behind = slice_from(text, at);
  return !behind.len || byte_is_blank(behind.ptr[0]) || slice_starts_with(behind, MADE_DASH);
}

bool text_begins_with_mark(Slice text) {
  while (text.len && text.ptr[0] == '\\') text = slice_from(text, 1);
  if (!text.len) return false;
  uint32_t count = alike_end(text, 0, (uint32_t)text.len);
  switch (text.ptr[0]) {
  case '#':
    return count <= 6 && is_alone(text, count);
  case '*':
    return count == 1 && is_alone(text, count);
  case '`':
    return count >= 3 && !memchr(text.ptr + count, '`', text.len - count);
  default:
    return count >= 3 && text.ptr[0] == '~';
  }
}

// Looking for a sign by memchr.
#include "seek.h"

// By its last byte: the first of `*/` and its like is the more common one.
uint32_t seek(Slice text, uint32_t at, uint32_t end, Slice sign) {
  char last = sign.ptr[sign.len - 1];
  for (size_t from = at + sign.len - 1; from < end; from++) {
    const char *found = memchr(text.ptr + from, last, end - from);
    if (!found) break;
    from = (size_t)(found - text.ptr);
    const char *start = found + 1 - sign.len;
    if (memcmp(start, sign.ptr, sign.len) == 0) return (uint32_t)(start - text.ptr);
  }
  return end;
}

uint32_t seek_behind(Slice text, uint32_t at, uint32_t end, Slice sign) {
  at = seek(text, at, end, sign);
  return at < end ? at + (uint32_t)sign.len : end;
}

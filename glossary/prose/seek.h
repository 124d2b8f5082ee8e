// Seek: where something ends in a text, or stands next.
//
// All look at the bytes from `at` up to `end`, which lies in the text, and answer an offset between
// the two: `end` when everything up to there is like it, or when nothing is found.
#pragma once

#include "../base/slice.h"

// Behind spaces and tabs.
static inline uint32_t spaces_end(Slice text, uint32_t at, uint32_t end) {
  while (at < end && (text.ptr[at] == ' ' || text.ptr[at] == '\t')) at++;
  return at;
}

// Behind spaces, tabs and line ends.
static inline uint32_t blanks_end(Slice text, uint32_t at, uint32_t end) {
  while (at < end && byte_is_blank(text.ptr[at])) at++;
  return at;
}

// Behind the bytes that are like the one at `at`.
static inline uint32_t alike_end(Slice text, uint32_t at, uint32_t end) {
  uint32_t start = at;
  while (at < end && text.ptr[at] == text.ptr[start]) at++;
  return at;
}

// At the line's end, be it LF, CRLF or a lone CR.
static inline uint32_t line_end(Slice text, uint32_t at, uint32_t end) {
  while (at < end && !byte_is_line_end(text.ptr[at])) at++;
  return at;
}

// At the next line's start.
static inline uint32_t line_behind(Slice text, uint32_t at, uint32_t end) {
  at = line_end(text, at, end);
  if (at + 1 < end && text.ptr[at] == '\r' && text.ptr[at + 1] == '\n') at++;
  return at < end ? at + 1 : end;
}

// Whether `rest`, at the end of a line, goes on with an empty one.
static inline bool is_above_empty_line(Slice rest) {
  return slice_starts_with(rest, SLICE("\n\n")) || slice_starts_with(rest, SLICE("\n\r\n"));
}

// At the next `sign`, which is not empty, and behind it.
uint32_t seek(Slice text, uint32_t at, uint32_t end, Slice sign);
uint32_t seek_behind(Slice text, uint32_t at, uint32_t end, Slice sign);

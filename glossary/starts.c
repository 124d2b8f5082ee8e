#include "starts.h"

#include "prose/seek.h"

static uint32_t run_end(Slice text, uint32_t at) {
  return alike_end(text, at, (uint32_t)text.len);
}

static bool is_blank_from(Slice text, uint32_t at) {
  return spaces_end(text, at, (uint32_t)text.len) == text.len;
}

static bool is_blank_at(Slice text, uint32_t at) {
  return at >= text.len || text.ptr[at] == ' ' || text.ptr[at] == '\t';
}

bool starts_break(Slice text) {
  if (!text.len || !byte_is_one_of(text.ptr[0], "-_*")) return false;
  uint32_t signs = 0;
  for (size_t i = 0; i < text.len; i++) {
    if (text.ptr[i] == text.ptr[0])
      signs++;
    else if (text.ptr[i] != ' ' && text.ptr[i] != '\t')
      return false;
  }
  return signs >= 3;
}

bool starts_underline(Slice text) {
  return text.len && (text.ptr[0] == '=' || text.ptr[0] == '-') &&
         is_blank_from(text, run_end(text, 0));
}

uint32_t starts_heading(Slice text) {
  enum { DEEPEST = 6 };
  if (!text.len || text.ptr[0] != '#') return 0;
  uint32_t level = run_end(text, 0);
  return level <= DEEPEST && is_blank_at(text, level) ? level : 0;
}

ListMark starts_item(Slice text) {
  enum { DIGITS_MAX = 9 };
  uint32_t at = 0;
  if (!text.len) return (ListMark){0};
  while (at < text.len && at < DIGITS_MAX && byte_is_digit(text.ptr[at])) at++;
  if (at == text.len || !byte_is_one_of(text.ptr[at], at ? ".)" : "-+*")) return (ListMark){0};
  if (!is_blank_at(text, at + 1)) return (ListMark){0};
  uint32_t zeros = 0;
  while (zeros < at && text.ptr[zeros] == '0') zeros++;
  bool is_one = zeros + 1 == at && text.ptr[zeros] == '1';
  return (ListMark){at + 1, text.ptr[at], is_blank_from(text, at + 1), !at || is_one};
}

bool is_number_mark(Slice word) {
  size_t at = 0;
  while (at < word.len && byte_is_digit(word.ptr[at])) at++;
  return at && at + 1 == word.len && byte_is_one_of(word.ptr[at], ".)");
}

bool starts_task(Slice text) {
  enum { CLOSING = 2 };
  return text.len > CLOSING && text.ptr[0] == '[' && text.ptr[CLOSING] == ']' &&
         is_blank_at(text, CLOSING + 1);
}

// Behind `:---:`; `at` when too short.
static uint32_t table_cell_end(Slice text, uint32_t at, uint32_t shortest) {
  uint32_t end = at;
  if (end < text.len && text.ptr[end] == ':') end++;
  while (end < text.len && text.ptr[end] == '-') end++;
  if (end < text.len && text.ptr[end] == ':') end++;
  return end - at < shortest ? at : end;
}

bool starts_table(Slice text, uint32_t shortest) {
  uint32_t len = (uint32_t)text.len, at = 0;
  if (!len || !byte_is_one_of(text.ptr[0], "|-:")) return false;
  bool piped = text.ptr[0] == '|';
  if (piped) at = spaces_end(text, 1, len);
  for (;;) {
    uint32_t end = table_cell_end(text, at, shortest);
    if (end == at) return false;
    at = spaces_end(text, end, len);
    if (at == len) return piped;
    if (text.ptr[at] != '|') return false;
    piped = true;
    at = spaces_end(text, at + 1, len);
    if (at == len) return true;
  }
}

bool is_row_of_dashes(Slice text) {
  return slice_is_made_of(text, "|:- \t") && memchr(text.ptr, '-', text.len);
}

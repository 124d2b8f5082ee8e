#include "dashes.h"

#include "../base/columns.h"
#include "../base/utf.h"
#include "../prose/seek.h"
#include "blocks.h"

// The next cell of both rows, blanks at its ends too. False: one of them has no more.
static bool next_cell(Slice row, uint32_t *at, const Guards *guards, Slice *cell) {
  Range trimmed;
  uint32_t start = *at + 1;
  if (!table_next_cell(row, at, (uint32_t)row.len, guards, &trimmed)) return false;
  *cell = slice_range(row, (Range){start, *at});
  return true;
}

static bool is_filled(Slice cell) {
  size_t at = 1, end = cell.len;
  if (end < 3 || cell.ptr[0] != ' ' || cell.ptr[end - 1] != ' ') return false;
  if (cell.ptr[at] == ':') at++;
  if (cell.ptr[end - 2] == ':') end--;
  if (at + 1 >= end) return false;
  while (at + 1 < end && cell.ptr[at] == '-') at++;
  return at + 1 == end;
}

bool dashes_are_filled(Slice head, Slice line) {
  uint32_t above = 0, at = 0, count = 0;
  Slice name, dashes;
  Guards guards = {0};
  if (!head.len || !slice_starts_with(line, SLICE("| "))) return false;
  guards_find(head, &guards);
  bool filled = true;
  while (filled && next_cell(line, &at, &(Guards){0}, &dashes)) {
    filled = is_filled(dashes) && next_cell(head, &above, &guards, &name) &&
             columns_of(name) == columns_of(dashes);
    count++;
  }
  filled = filled && count && at + 1 == line.len && above + 1 == head.len;
  array_free(&guards);
  return filled;
}

static void add_dashes(Slice dashes, uint32_t width, Flat *out) {
  bool left = dashes.ptr[0] == ':', right = dashes.ptr[dashes.len - 1] == ':';
  uint32_t colons = (uint32_t)left + (uint32_t)right;
  if (left) *array_push(out) = ':';
  for (uint32_t i = colons; i < width; i++) *array_push(out) = '-';
  if (right) *array_push(out) = ':';
}

void dashes_shorten(Slice head, Slice line, Flat *out) {
  uint32_t above = 0, at = 0;
  Slice name, dashes;
  Guards guards = {0};
  guards_find(head, &guards);
  *array_push(out) = '|';
  while (next_cell(line, &at, &(Guards){0}, &dashes) && next_cell(head, &above, &guards, &name)) {
    add_dashes(slice_trim(dashes), utf_count(slice_trim(name)) + 2, out);
    *array_push(out) = '|';
  }
  array_free(&guards);
}

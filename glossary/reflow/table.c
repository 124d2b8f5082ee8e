// A flattened table has lost the ends of its rows: `| A | B | |---|---| | 1 | 2 | | 3 | 4 |`. The
// row of dashes tells how many cells a row has; before it stand as many, and after it groups of as
// many.
#include "blocks.h"

#include "../prose/seek.h"

// At the `|` that ends the cell which begins behind the one at `at`; `end` when there is none.
static uint32_t bar_behind(Slice line, uint32_t at, uint32_t end, const Guards *guards) {
  for (at++; at < end; at++) {
    const Guarded *guard = byte_guards(line.ptr[at]) ? guard_at(guards, at) : NULL;
    if (guard)
      at = guard->range.end - 1;
    else if (line.ptr[at] == '\\')
      at++;
    else if (line.ptr[at] == '|')
      return at;
  }
  return end;
}

bool table_next_cell(Slice line, uint32_t *at, uint32_t end, const Guards *guards, Range *cell) {
  uint32_t bar = bar_behind(line, *at, end, guards);
  if (*at >= end || line.ptr[*at] != '|' || bar >= end) return false;
  *cell = range_of(line, slice_trim(slice_range(line, (Range){*at + 1, bar})));
  *at = bar;
  return true;
}

static bool is_dashes(Slice cell) {
  size_t dashes = 0;
  for (size_t i = 0; i < cell.len; i++) {
    if (cell.ptr[i] == '-') dashes++;
    if (cell.ptr[i] != '-' && cell.ptr[i] != ':') return false;
  }
  return dashes >= 2;
}

// Cells up to the end of a row, which is where the next bar follows with only blanks between: at
// most `most` of them.
static uint32_t count_cells(Slice line, uint32_t *at, uint32_t most, const Guards *guards,
                            bool dashes) {
  uint32_t count = 0, end = (uint32_t)line.len;
  Range cell;
  while (count < most) {
    uint32_t before = *at;
    if (!table_next_cell(line, at, end, guards, &cell)) return count;
    if (dashes && !is_dashes(slice_range(line, cell))) return *at = before, count;
    count++;
  }
  return count;
}

enum { CELLS_MOST = 64, HEADER_LONGEST = 2000 }; // the latter in bytes

uint32_t table_dashes(Slice line, uint32_t at) {
  uint32_t end = (uint32_t)line.len;
  while ((at = seek(line, at, end, SLICE("|"))) < end) {
    uint32_t dash = spaces_end(line, at + 1, end);
    if (dash < end && line.ptr[dash] == ':') dash++;
    if (dash + 1 < end && line.ptr[dash] == '-' && line.ptr[dash + 1] == '-') return at;
    at++;
  }
  return end;
}

// Behind a row of `count` cells at `at`, or 0.
static uint32_t row_end(Slice line, uint32_t at, uint32_t count, const Guards *guards) {
  return count_cells(line, &at, count, guards, false) == count ? at + 1 : 0;
}

uint32_t table_at(Slice line, uint32_t at, uint32_t dashes, const Guards *guards, uint32_t *end) {
  uint32_t behind = dashes;
  if (at >= line.len || line.ptr[at] != '|') return 0;
  if (dashes == line.len || dashes - at > HEADER_LONGEST) return 0;
  uint32_t count = count_cells(line, &behind, CELLS_MOST, guards, true);
  uint32_t header = count ? row_end(line, at, count, guards) : 0;
  if (!header || spaces_end(line, header, (uint32_t)line.len) != dashes) return 0;
  *end = behind + 1;
  for (uint32_t next;;) {
    next = spaces_end(line, *end, (uint32_t)line.len);
    next = next < line.len && line.ptr[next] == '|' ? row_end(line, next, count, guards) : 0;
    if (!next) return count;
    *end = next;
  }
}

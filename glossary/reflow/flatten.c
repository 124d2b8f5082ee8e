// One pass over the lines of a body; what each was on a page is put behind the others.
#include "flatten.h"

#include "../base/utf.h"
#include "../line.h"
#include "../prose/seek.h"
#include "blocks.h"
#include "dashes.h"
#include "marks.h"

static void part_from(Flat *out) {
  if (out->len) *array_push(out) = ' ';
}

static void add(Flat *out, Slice text) {
  array_append(out, text.ptr, text.len);
}

// A dash that reflow made is ` - ` again.
static void add_text(Flat *out, Slice text) {
  uint32_t end = (uint32_t)text.len, done = 0;
  for (uint32_t at = 0; (at = seek(text, at, end, MADE_DASH)) < end;) {
    uint32_t behind = at + (uint32_t)MADE_DASH.len;
    bool dash = behind == end || text.ptr[behind] == ' ';
    add(out, slice_range(text, (Range){done, at}));
    add(out, dash ? SLICE(" -") : MADE_DASH);
    at = done = behind;
  }
  add(out, slice_from(text, done));
}

static bool is_heading(Slice text) {
  uint32_t level = text.len && text.ptr[0] == '#' ? alike_end(text, 0, (uint32_t)text.len) : 0;
  return level >= 3 && text_begins_with_mark(text) && line_heading_text(text).len;
}

// `### Title` was bold, `### Title ###` had marks, and so has what cannot be bold as a whole.
static void add_heading(Flat *out, Slice text) {
  Slice title = line_heading_text(text);
  bool closed = title.ptr + title.len < text.ptr + text.len;
  bool marked = closed || seek(title, 0, (uint32_t)title.len, SLICE("**")) < title.len;
  Slice marks = slice_to(text, alike_end(text, 0, (uint32_t)text.len) - 1);
  add(out, marked ? marks : SLICE("**"));
  add(out, marked ? SLICE(" ") : SLICE(""));
  add_text(out, title);
  add(out, marked ? SLICE("") : SLICE("**"));
}

static bool is_round_bullet(Slice text) {
  return text.len && text.ptr[0] == '*' && text_begins_with_mark(text);
}

// What a line outside code says. `fresh`: it begins a block.
static void add_line(Flat *out, Slice text, bool fresh) {
  bool escaped = fresh && text.ptr[0] == '\\' && text_begins_with_mark(text);
  part_from(out);
  if (is_heading(text)) {
    add_heading(out, text);
  } else if (is_round_bullet(text)) {
    add(out, ROUND_BULLET);
    add_text(out, slice_from(text, 1));
  } else {
    add_text(out, slice_from(text, escaped ? 1 : 0));
  }
}

// A row of a table is laid out with blanks that a page does not have.
static bool add_row(Flat *out, Slice row) {
  uint32_t at = 0;
  size_t before = out->len;
  Range cell;
  Guards guards = {0};
  if (!slice_starts_with(row, SLICE("| "))) return false;
  guards_find(row, &guards);
  part_from(out);
  while (table_next_cell(row, &at, (uint32_t)row.len, &guards, &cell)) {
    add(out, range_len(cell) ? SLICE("| ") : SLICE("|"));
    add_text(out, slice_range(row, cell));
    add(out, SLICE(" "));
  }
  array_free(&guards);
  if (at + 1 != row.len) return out->len = before, false;
  return add(out, SLICE("|")), true;
}

// A table's row of dashes, if `line` is one and `head` the row above it.
static bool add_dashes(Flat *out, Slice head, Slice line) {
  if (!dashes_are_filled(head, line)) return false;
  part_from(out);
  dashes_shorten(head, line, out);
  return true;
}

// The row that is a table's first can only be the line at which a run of rows begins.
static Slice head_behind(Slice line, Slice above) {
  bool row = line.len && line.ptr[0] == '|', first = !(above.len && above.ptr[0] == '|');
  return row && first ? line : (Slice){0};
}

static void add_lines(Flat *out, Slice body) {
  Fence open = {0};
  Slice above = {0}, head = {0};
  while (body.len) {
    Slice line = line_next(&body), text = slice_trim(line);
    if (line_in_fence(line, &open)) {
      part_from(out);
      add(out, line);
      text = (Slice){0};
    } else if (text.len && !add_dashes(out, head, text) && !add_row(out, text)) {
      add_line(out, text, !above.len);
    }
    head = head_behind(text, above);
    above = text;
  }
}

Slice flatten(Slice body, Arena *arena) {
  Flat out = {0};
  add_lines(&out, body);
  Slice flat = arena_copy(arena, slice_trim(slice_new(out.items, out.len)));
  array_free(&out);
  return flat;
}

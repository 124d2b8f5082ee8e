// Tables of reStructuredText. The lines of a cell stand between those of its neighbours, so each
// line of a cell is by itself.
#include "rst.h"

static void add_cell(Writer *out, Slice text, uint32_t start, uint32_t end) {
  write_break(out, PART_APART);
  rst_read_inline(out, text, (Range){start, end});
}

// --- grid tables: `+---+---+` ---

static bool is_grid_line(const Line *line, Slice text) {
  Slice bytes = line_text(line, text);
  return bytes.len && (bytes.ptr[0] == '+' || bytes.ptr[0] == '|');
}

static bool is_blank_at(const Line *line, Slice text, uint32_t at) {
  return at >= line->end || at < line->text || byte_is_blank(text.ptr[at]);
}

// A bar between blanks. One that touches text may belong to a |substitution|.
static bool is_bar(const Line *line, Slice text, uint32_t at) {
  return text.ptr[at] == '|' && is_blank_at(line, text, at + 1) &&
         (at == line->text || is_blank_at(line, text, at - 1));
}

static void read_grid_line(Writer *out, const Line *line, Slice text) {
  uint32_t start = line->text;
  if (text.ptr[start] == '+') return;
  start++;
  for (uint32_t at = start; at < line->end; at++) {
    if (!is_bar(line, text, at) && at + 1 < line->end) continue;
    bool last = !is_bar(line, text, at) && text.ptr[at] != '|';
    add_cell(out, text, start, at + last);
    start = at + 1;
  }
}

static bool starts_grid(const Line *line, Slice text) {
  Slice bytes = line_text(line, text);
  return bytes.len > 2 && bytes.ptr[0] == '+' && (bytes.ptr[1] == '-' || bytes.ptr[1] == '=');
}

static void read_grid(Writer *out, Lines *lines) {
  for (Line line; lines_peek(lines, &line) && is_grid_line(&line, lines->text);) {
    lines_next(lines, &line);
    read_grid_line(out, &line, lines->text);
  }
}

// --- simple tables: `====  =====` ---

// The first of these lines says which columns lie between cells.
static bool is_border(const Line *line, Slice text) {
  Slice bytes = line_text(line, text);
  for (size_t i = 0; i < bytes.len; i++)
    if (bytes.ptr[i] != '=' && bytes.ptr[i] != ' ') return false;
  return bytes.len > 2 && memchr(bytes.ptr, ' ', bytes.len);
}

static bool ends_cell(const Line *line, Slice text, Slice border, uint32_t at) {
  uint32_t column = at - line->start;
  if (!byte_is_blank(text.ptr[at])) return false;
  return byte_is_blank(text.ptr[at + 1]) || (column < border.len && border.ptr[column] == ' ');
}

static void read_row(Writer *out, const Line *line, Slice text, Slice border) {
  uint32_t start = line->text;
  for (uint32_t at = start; at < line->end; at++) {
    if (!ends_cell(line, text, border, at)) continue;
    add_cell(out, text, start, at);
    start = at + 1;
  }
  add_cell(out, text, start, line->end);
}

// The third border is the last; so is the second where nothing follows: there is no head.
static bool is_last_border(const Lines *lines, uint32_t count) {
  Line below;
  return count == 3 || (count == 2 && (!lines_peek(lines, &below) || is_empty_line(&below)));
}

static void read_simple(Writer *out, Lines *lines, const Line *first) {
  Slice border = slice_range(lines->text, (Range){first->start, first->end});
  uint32_t borders = 1;
  for (Line line; lines_peek(lines, &line);) {
    if (!is_empty_line(&line) && line.indent < first->indent) return;
    lines_next(lines, &line);
    if (!is_border(&line, lines->text))
      read_row(out, &line, lines->text, border);
    else if (is_last_border(lines, ++borders))
      return;
  }
}

bool rst_read_table(Writer *out, Lines *lines, const Line *first) {
  bool grid = starts_grid(first, lines->text);
  if (!grid && !is_border(first, lines->text)) return false;
  if (grid)
    read_grid(out, lines);
  else
    read_simple(out, lines, first);
  write_break(out, PART_APART);
  return true;
}

#include "plain_table.h"

#include <glossary/base/columns.h>
#include <glossary/line.h>
#include <glossary/starts.h>

// COLUMN_MAX: nothing is padded to more than this. COLUMNS_MAX: what stands further right is not
// lined up. WIDTH_MAX: in a table that is wider, no
// eye follows a row, and a terminal breaks it.
enum { COLUMN_MAX = 80, COLUMNS_MAX = 32, WIDTH_MAX = 76, GAP = 3 };

typedef struct {
  Slice text; // of Table.texts, once that is complete
  Range range;
  bool ends_row;
} Cell;

typedef struct {
  PlainText texts;
  Array(Cell) cells;
  uint32_t widths[COLUMNS_MAX];
  uint32_t heads; // cells of the first row, when a row of dashes stands below it
} Table;

// Takes the next cell off a row that begins behind its `|`.
static Slice next_cell(Slice *row) {
  size_t end = 0;
  while (end < row->len && row->ptr[end] != '|') end += row->ptr[end] == '\\' ? 2 : 1;
  Slice cell = slice_to(*row, end);
  *row = slice_from(*row, end + 1);
  return slice_trim(cell);
}

static void read_row(Table *self, Slice row) {
  row = slice_from(row, 1);
  for (uint32_t column = 0; row.len; column++) {
    uint32_t start = (uint32_t)self->texts.len;
    plain_inline(next_cell(&row), &self->texts);
    *array_push(&self->cells) =
        (Cell){.range = {start, (uint32_t)self->texts.len}, .ends_row = !row.len};
  }
}

static void read_rows(Table *self, Slice rows) {
  for (uint32_t i = 0; rows.len; i++) {
    Slice row = slice_trim(line_next(&rows));
    if (is_row_of_dashes(row))
      self->heads = i == 1 ? (uint32_t)self->cells.len : self->heads;
    else
      read_row(self, row);
  }
}

static void measure(Table *self) {
  Slice texts = slice_new(self->texts.items, self->texts.len);
  for (uint32_t i = 0, column = 0; i < self->cells.len; i++) {
    Cell *cell = &self->cells.items[i];
    cell->text = slice_range(texts, cell->range);
    uint32_t width = columns_of(cell->text);
    if (width > COLUMN_MAX) width = COLUMN_MAX;
    if (column < COLUMNS_MAX && width > self->widths[column]) self->widths[column] = width;
    column = cell->ends_row ? 0 : column + 1;
  }
}

static void add_many(PlainText *out, Slice what, uint32_t count) {
  while (count--) plain_add(out, what);
}

static void add_cell(const Table *self, const Cell *cell, uint32_t column, PlainText *out) {
  uint32_t width = columns_of(cell->text), wanted = column < COLUMNS_MAX ? self->widths[column] : 0;
  plain_add(out, cell->text);
  if (!cell->ends_row) add_many(out, SLICE(" "), GAP + (width < wanted ? wanted - width : 0));
}

// A line below each column of the head.
static void add_head_end(const Table *self, uint32_t columns, PlainText *out) {
  for (uint32_t i = 0; i < columns && i < COLUMNS_MAX; i++) {
    add_many(out, SLICE(" "), i ? GAP : 0);
    add_many(out, SLICE("-"), self->widths[i]);
  }
  plain_add(out, SLICE("\n"));
}

static void add_rows(const Table *self, PlainText *out) {
  bool head = self->heads;
  for (uint32_t i = 0, column = 0; i < self->cells.len; i++) {
    const Cell *cell = &self->cells.items[i];
    add_cell(self, cell, column++, out);
    if (!cell->ends_row) continue;
    if (i + 1 < self->cells.len || head) plain_add(out, SLICE("\n"));
    if (head) add_head_end(self, column, out);
    head = false;
    column = 0;
  }
}

// --- a wide table: an item for each row, a line for each cell ---

static void add_labelled(const Table *self, const Cell *cell, uint32_t column, PlainText *out) {
  plain_add(out, column ? SLICE("\n    ") : SLICE("\xE2\x80\xA2 "));
  if (column < self->heads) {
    plain_add(out, self->cells.items[column].text);
    plain_add(out, SLICE(": "));
  }
  plain_add(out, cell->text);
}

static void add_items(const Table *self, PlainText *out) {
  for (uint32_t i = self->heads, column = 0; i < self->cells.len; i++) {
    const Cell *cell = &self->cells.items[i];
    if (i > self->heads && !column) plain_add(out, SLICE("\n"));
    if (cell->text.len) add_labelled(self, cell, column, out);
    column = cell->ends_row ? 0 : column + 1;
  }
}

static bool is_wide(const Table *self) {
  uint32_t width = 0;
  for (uint32_t i = 0; i < COLUMNS_MAX; i++) width += self->widths[i] ? self->widths[i] + GAP : 0;
  return self->heads > 1 && self->cells.len > self->heads && width > WIDTH_MAX + GAP;
}

void plain_table(Slice rows, PlainText *out) {
  Table self = {0};
  read_rows(&self, rows);
  measure(&self);
  if (is_wide(&self))
    add_items(&self, out);
  else
    add_rows(&self, out);
  array_free(&self.texts);
  array_free(&self.cells);
}

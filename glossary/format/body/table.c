// Tables: bars below each other.
#include "../../prose/seek.h"
#include "../../starts.h"
#include "spans.h"
#include "writer.h"

typedef struct {
  Slice text;
  uint32_t columns;
} Cell;

typedef enum { ALIGN_NONE, ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTER } Align;

enum { NARROWEST = 3, WIDEST = 120 };

typedef struct {
  uint32_t columns;
  Align align;
} Column;

typedef struct {
  Array(Cell) cells;      // of all rows
  Array(uint32_t) starts; // of each row, and one more
  Array(Column) columns;
  bool irregular; // stays as it is
  bool compact;
} Table;

// --- rows into cells ---

static Slice without_blanks(Slice text) {
  while (text.len && byte_is_one_of(text.ptr[0], " \t")) text = slice_from(text, 1);
  while (text.len && byte_is_one_of(text.ptr[text.len - 1], " \t")) text.len--;
  return text;
}

static void add_cell(Table *self, Slice text) {
  text = without_blanks(text);
  *array_push(&self->cells) = (Cell){text, layout_columns(text)};
}

// Bars inside code, formulas and references are text to some readers: no blank is put beside them.
// `\\|` is a bar to some and none to others, and so is one behind a backtick without another. Where
// two bars touch md4c has no cell between them: it shifts what follows.
static void cut_row(Table *self, Slice row) {
  SpanMemory memory = {0};
  row = without_blanks(row);
  self->irregular |= !row.len || row.ptr[0] != '|';
  *array_push(&self->starts) = (uint32_t)self->cells.len;
  uint32_t start = 1;
  for (uint32_t at = 1; at < row.len; at = span_end(row, at, &memory)) {
    self->irregular |= slice_starts_with(slice_from(row, at), SLICE("\\\\|"));
    if (row.ptr[at] != '|') continue;
    self->irregular |= at == start && at + 1 < row.len;
    add_cell(self, slice_range(row, (Range){start, at}));
    start = at + 1;
  }
  if (start < row.len) add_cell(self, slice_from(row, start));
  self->irregular |= memory.stray;
}

static Align align_of(Slice cell) {
  bool left = cell.len && cell.ptr[0] == ':', right = slice_ends_with(cell, SLICE(":"));
  return left && right ? ALIGN_CENTER : right ? ALIGN_RIGHT : left ? ALIGN_LEFT : ALIGN_NONE;
}

static uint32_t cells_in(const Table *self, size_t row) {
  return self->starts.items[row + 1] - self->starts.items[row];
}

static void read_columns(Table *self, uint32_t rows) {
  const Cell *delimiters = self->cells.items + self->starts.items[1];
  uint32_t count = cells_in(self, 1);
  self->irregular |= count != cells_in(self, 0);
  for (uint32_t i = 0; i < count; i++)
    *array_push(&self->columns) = (Column){NARROWEST, align_of(delimiters[i].text)};
  for (size_t row = 0; row < rows; row++) {
    const Cell *cell = self->cells.items + self->starts.items[row];
    for (uint32_t i = 0; row != 1 && i < count && i < cells_in(self, row); i++)
      if (cell[i].columns > self->columns.items[i].columns)
        self->columns.items[i].columns = cell[i].columns;
  }
}

static Table read_table(const Slice *rows, uint32_t count) {
  Table table = {0};
  for (uint32_t i = 0; i < count; i++) cut_row(&table, rows[i]);
  *array_push(&table.starts) = (uint32_t)table.cells.len;
  if (count < 2 || !starts_table(without_blanks(rows[1]), NARROWEST)) table.irregular = true;
  if (!table.irregular) read_columns(&table, count);
  return table;
}

// Padded to a long cell, a row would no longer fit on a screen, and each change of that cell would
// change all of them. Then columns are as wide as their heads, and what is below is not padded.
static void make_compact(Table *self) {
  const Cell *heads = self->cells.items;
  self->compact = true;
  for (size_t i = 0; i < self->columns.len; i++)
    self->columns.items[i].columns = heads[i].columns > NARROWEST ? heads[i].columns : NARROWEST;
}

static bool is_wide(const Table *self) {
  uint64_t width = 1;
  for (size_t i = 0; i < self->columns.len; i++) width += self->columns.items[i].columns + 3;
  return width > WIDEST;
}

// --- cells into rows ---

static void add_times(Layout *out, char byte, uint32_t count) {
  array_reserve(out, count);
  memset(out->items + out->len, byte, count);
  out->len += count;
}

static void add_padded(Layout *out, const Cell *cell, const Column *column) {
  uint32_t space = column->columns - cell->columns;
  uint32_t before = column->align == ALIGN_RIGHT    ? space
                    : column->align == ALIGN_CENTER ? space / 2
                                                    : 0;
  add_times(out, ' ', before);
  layout_add(out, cell->text);
  add_times(out, ' ', space - before);
}

static void add_delimiter(Layout *out, const Column *column) {
  bool left = column->align == ALIGN_LEFT || column->align == ALIGN_CENTER;
  bool right = column->align == ALIGN_RIGHT || column->align == ALIGN_CENTER;
  if (left) layout_add(out, SLICE(":"));
  add_times(out, '-', column->columns - left - right);
  if (right) layout_add(out, SLICE(":"));
}

static void add_row(const Table *self, uint32_t row, Layout *out) {
  const Cell *cells = self->cells.items + self->starts.items[row];
  uint32_t count = cells_in(self, row);
  layout_add(out, SLICE("|"));
  for (uint32_t i = 0; i < count; i++) {
    bool padded = i < self->columns.len && (row <= 1 || !self->compact);
    layout_add(out, SLICE(" "));
    if (padded && row == 1)
      add_delimiter(out, &self->columns.items[i]);
    else if (padded)
      add_padded(out, &cells[i], &self->columns.items[i]);
    else
      layout_add(out, cells[i].text);
    layout_add(out, cells[i].text.len || padded ? SLICE(" |") : SLICE("|"));
  }
  layout_add(out, SLICE("\n"));
}

void layout_table(const Slice *rows, uint32_t count, Layout *out) {
  Table table = read_table(rows, count);
  if (!table.irregular && is_wide(&table)) make_compact(&table);
  for (uint32_t i = 0; i < count; i++) {
    if (table.irregular) {
      layout_add(out, without_blanks(rows[i]));
      layout_add(out, SLICE("\n"));
    } else {
      add_row(&table, i, out);
    }
  }
  array_free(&table.cells);
  array_free(&table.starts);
  array_free(&table.columns);
}

void write_table(Writer *self, const Block *block) {
  Array(Slice) rows = {0};
  Layout lines = {0};
  for (uint32_t i = 0; i < block->line_count; i++)
    *array_push(&rows) = writer_lines(self, block)[i].text;
  layout_table(rows.items, block->line_count, &lines);
  for (Slice rest = slice_new(lines.items, lines.len); rest.len;) {
    const char *end = memchr(rest.ptr, '\n', rest.len);
    size_t len = (size_t)(end - rest.ptr);
    writer_line(self, slice_to(rest, len));
    rest = slice_from(rest, len + 1);
  }
  array_free(&rows);
  array_free(&lines);
}

#include "typing.h"
#include "body/spans.h"
#include "layout.h"

#include "../line.h"
#include "../starts.h"

// A part of the file with a heading and fields: an entry, or what stands before all entries.
typedef struct {
  Range range; // in the file
  Slice bytes;
  const Field *fields;
  uint32_t field_count;
} Block;

typedef struct {
  Text *text;
  uint32_t offset, line; // behind what was typed, and the line of that
  Block block;           // around what the typed key is about
  Array(Edit) edits;
  Arena *arena;
} Typing;

static void add(Typing *self, uint32_t start, uint32_t end, Slice text) {
  *array_push(&self->edits) = (Edit){{start, end}, text};
}

static Slice line_at(const Typing *self, uint32_t line) {
  return text_slice(self->text, text_line(self->text, line));
}

// --- where ---

static Block block_at(const GlossaryFile *file, uint32_t offset) {
  Block block = {.range = outline_preamble(&file->outline, file->text),
                 .fields = file->facts.fields,
                 .field_count = file->facts.field_count};
  size_t low = 0, high = file->entries.len;
  while (low < high) { // the entries that begin at the offset or before it
    size_t middle = (low + high) / 2;
    if (entry_range(file->entries.items[middle]).start <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  if (low) {
    const Entry *entry = file->entries.items[low - 1];
    block = (Block){entry_range(entry), {0}, entry->fields, entry->field_count};
  }
  block.bytes = text_slice(file->text, block.range);
  return block;
}

// Whether line `number` of the file, of the block, is code between fences.
static bool is_fenced(const Typing *self, uint32_t number) {
  Fence open = {0};
  uint32_t at = text_line_start(self->text, number) - self->block.range.start;
  bool fenced = false;
  for (Slice rest = self->block.bytes; rest.ptr <= self->block.bytes.ptr + at && rest.len;)
    fenced = line_in_fence(line_next(&rest), &open);
  return fenced;
}

// --- fields ---

// The field that the line of the file is a part of; NULL: of none.
static const Field *field_on(const Typing *self, uint32_t line) {
  uint32_t at = text_line_start(self->text, line) - self->block.range.start;
  for (uint32_t i = 0; i < self->block.field_count; i++) {
    const Field *field = &self->block.fields[i];
    if (field->line.start <= at && at <= field->line.end) return field;
  }
  return NULL;
}

static bool is_bare_mark(Slice line) {
  return line.len && byte_is_one_of(line.ptr[0], "-*+") && line_is_blank(slice_from(line, 1));
}

// What the new line begins with, below a field.
static void go_on_with_fields(Typing *self) {
  Range above = text_line(self->text, self->line - 1);
  const Field *field = field_on(self, self->line - 1);
  bool is_bare = is_bare_mark(text_slice(self->text, above));
  bool ends = is_bare && self->line > 1 && field_on(self, self->line - 2);
  if (ends)
    add(self, above.start, above.end, (Slice){0});
  else if (field && !is_bare)
    add(self, self->offset, self->offset,
        arena_format(self->arena, "%c ", self->block.bytes.ptr[field->line.start]));
}

// --- tables ---

// The rows around a line: lines that begin with a bar behind the same indentation.
typedef struct {
  uint32_t first, end; // lines of the file
  uint32_t indent;
} Table;

static uint32_t indent_of(Slice line) {
  uint32_t indent = 0;
  while (indent < line.len && line.ptr[indent] == ' ') indent++;
  return indent;
}

// More than 3 blanks make code of it.
static bool is_row(Slice line, uint32_t indent) {
  return indent <= 3 && indent_of(line) == indent && indent < line.len && line.ptr[indent] == '|';
}

static bool is_row_of(const Typing *self, const Table *table, uint32_t line) {
  uint32_t start = text_line_start(self->text, line);
  return start >= self->block.range.start && start < self->block.range.end &&
         is_row(line_at(self, line), table->indent);
}

// False when the line is no row.
static bool table_around(const Typing *self, uint32_t line, Table *table) {
  *table = (Table){line, line + 1, indent_of(line_at(self, line))};
  if (!is_row_of(self, table, line) || is_fenced(self, line)) return false;
  while (table->first && is_row_of(self, table, table->first - 1)) table->first--;
  while (table->end < text_line_count(self->text) && is_row_of(self, table, table->end))
    table->end++;
  return true;
}

static Slice row_at(const Typing *self, const Table *table, uint32_t line) {
  return slice_trim(slice_from(line_at(self, line), table->indent));
}

// The cells of a row that ends with a bar; 0: it does not.
static uint32_t cells_of(Slice row) {
  SpanMemory memory = {0};
  uint32_t bars = 0;
  bool closed = false;
  for (uint32_t at = 0; at < row.len; at = span_end(row, at, &memory)) {
    closed = row.ptr[at] == '|';
    bars += closed;
  }
  return closed && bars ? bars - 1 : 0;
}

// A head, and a row of dashes below it for each of its cells.
static bool is_whole(const Typing *self, const Table *table) {
  if (table->end - table->first < 2) return false;
  Slice head = row_at(self, table, table->first), dashes = row_at(self, table, table->first + 1);
  return is_row_of_dashes(dashes) && cells_of(head) && cells_of(head) == cells_of(dashes);
}

// --- aligning ---

static bool is_padding(Slice row, size_t at) {
  return at < row.len && byte_is_one_of(row.ptr[at], " \t-");
}

static Range padding_at(Slice row, size_t at) {
  size_t end = at;
  while (is_padding(row, end)) end++;
  return (Range){(uint32_t)at, (uint32_t)end};
}

// Changes blanks and dashes only, each where it stands, so that a caret in the row moves with the
// text around it. False when more than that differs.
static bool repad(Typing *self, uint32_t start, Slice row, Slice padded) {
  size_t i = 0, j = 0;
  while (i < row.len || j < padded.len) {
    Range old = padding_at(row, i), new = padding_at(padded, j);
    Slice text = slice_range(padded, new);
    if (!slice_eq(slice_range(row, old), text))
      add(self, start + old.start, start + old.end, arena_copy(self->arena, text));
    i = old.end, j = new.end;
    if (i == row.len || j == padded.len) return i == row.len && j == padded.len;
    if (row.ptr[i++] != padded.ptr[j++]) return false;
  }
  return true;
}

static void lay_out(Typing *self, const Table *table, Layout *before, Layout *after) {
  uint32_t count = table->end - table->first;
  Slice *rows = arena_array(self->arena, Slice, count);
  for (uint32_t i = 0; i < count; i++) {
    rows[i] = arena_copy(self->arena, row_at(self, table, table->first + i));
    layout_add(before, rows[i]);
    layout_add(before, SLICE("\n"));
  }
  layout_table(rows, count, after);
}

// False when nothing of the table may be changed.
static bool replace_rows(Typing *self, const Table *table, Slice rest) {
  for (uint32_t line = table->first; line < table->end; line++) {
    Slice padded = line_next(&rest), row = slice_from(line_at(self, line), table->indent);
    uint32_t start = text_line_start(self->text, line) + table->indent;
    bool fine = line != self->line || repad(self, start, slice_trim(row), padded);
    if (!fine) return false;
    if (line != self->line && !slice_eq(row, padded))
      add(self, start, start + (uint32_t)row.len, arena_copy(self->arena, padded));
  }
  return !rest.len;
}

static void align(Typing *self, const Table *table) {
  Layout before = {0}, after = {0};
  lay_out(self, table, &before, &after);
  Slice aligned = slice_new(after.items, after.len);
  bool same = layout_same_body(slice_new(before.items, before.len), aligned);
  if (!same || !replace_rows(self, table, aligned)) self->edits.len = 0;
  array_free(&before);
  array_free(&after);
}

// --- keys ---

static void go_on_with_rows(Typing *self) {
  Table table;
  Range above = text_line(self->text, self->line - 1);
  if (!table_around(self, self->line - 1, &table)) return;
  Slice row = row_at(self, &table, self->line - 1);
  if (row.len == 1 && table.end - table.first > 1) {
    add(self, above.start, above.end, (Slice){0});
  } else if (cells_of(row)) {
    uint32_t start = text_line_start(self->text, self->line);
    if (is_whole(self, &table)) align(self, &table);
    Slice indent = slice_to(SLICE("   "), table.indent - (self->offset - start));
    add(self, self->offset, self->offset, arena_format(self->arena, "%.*s| ", SLICE_FMT(indent)));
  }
}

// An editor may have indented the new line as it did the one above.
static void after_line_end(Typing *self, const GlossaryFile *file) {
  if (!self->line || !line_is_blank(line_at(self, self->line))) return;
  uint32_t above = text_line_start(self->text, self->line - 1);
  uint32_t indent = self->offset - text_line_start(self->text, self->line);
  if (indent && indent != indent_of(line_at(self, self->line - 1))) return;
  self->block = block_at(file, above);
  if (!indent) go_on_with_fields(self);
  if (!self->edits.len) go_on_with_rows(self);
}

// Nothing but blanks follows in the line.
static bool is_at_end(const Typing *self) {
  Range rest = {self->offset, text_line(self->text, self->line).end};
  return line_is_blank(text_slice(self->text, rest));
}

static bool is_behind_bar(const Typing *self) {
  return self->offset &&
         *text_slice(self->text, (Range){self->offset - 1, self->offset}).ptr == '|';
}

static void after_bar(Typing *self, const GlossaryFile *file) {
  Table table;
  if (!is_behind_bar(self) || !is_at_end(self)) return;
  self->block = block_at(file, self->offset - 1);
  if (!table_around(self, self->line, &table) || !is_whole(self, &table)) return;
  uint32_t cells = cells_of(row_at(self, &table, self->line));
  if (cells == cells_of(row_at(self, &table, table.first))) align(self, &table);
}

static Edits take_edits(Typing *self) {
  Edits edits = {arena_array(self->arena, Edit, self->edits.len), self->edits.len};
  if (edits.count) memcpy(edits.items, self->edits.items, edits.count * sizeof *edits.items);
  array_free(&self->edits);
  return edits;
}

Edits format_typed(const GlossaryFile *file, uint32_t offset, char typed, Arena *arena) {
  Typing self = {.text = file->text,
                 .offset = offset,
                 .line = text_line_at(file->text, offset),
                 .arena = arena};
  bool is_markdown = file->outline.dialect == DIALECT_MARKDOWN;
  if (typed == '\n' && is_markdown)
    after_line_end(&self, file);
  else if (typed == '|' && is_markdown)
    after_bar(&self, file);
  return take_edits(&self);
}

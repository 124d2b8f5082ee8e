// Cells are counted as GitHub counts them: a pipe separates unless a backslash stands before it,
// in code as well. A reference keeps its pipe, as the grammar has it.
#include "../line.h"
#include "../starts.h"
#include "all.h"

enum { CELLS_PADDED_MAX = 64 }; // more are not missing by oversight

// One row, and the pipes between backticks that separated some of its cells.
typedef struct {
  uint32_t cells, in_code;
  bool closed; // a pipe stands at its end
} Row;

typedef struct {
  RuleContext *context;
  size_t next; // the first node that may reach beyond what was read
} Reader;

// Whether a reference stands around `at`. Places are asked in ascending order.
static bool in_reference(Reader *self, uint32_t at) {
  Syntax syntax = self->context->syntax;
  for (; self->next < syntax.count; self->next++) {
    const SyntaxNode *node = &syntax.nodes[self->next];
    if (node->range.start > at) return false;
    if (node->kind == SYNTAX_REFERENCE && node->range.end > at) return true;
  }
  return false;
}

// Follows backticks: `open` is how many opened code, 0 outside of it. Returns how many stand here.
static uint32_t pass_ticks(Slice line, uint32_t at, uint32_t *open) {
  uint32_t count = 0;
  while (at + count < line.len && line.ptr[at + count] == '`') count++;
  if (*open == 0)
    *open = count;
  else if (*open == count)
    *open = 0;
  return count;
}

// The pipes of a row that separate, from `at` on: the next one, or the row's length. `*open` is as
// in pass_ticks.
static uint32_t next_pipe(Reader *self, Slice row, uint32_t at, uint32_t *open) {
  uint32_t start = range_of(self->context->bytes, row).start;
  while (at < row.len) {
    char c = row.ptr[at];
    if (c == '|' && !in_reference(self, start + at)) return at;
    at += c == '`' ? pass_ticks(row, at, open) : c == '\\' ? 2 : 1;
  }
  return (uint32_t)row.len;
}

// `line` is without blanks at both ends; a pipe at its start borders the first cell.
static Row read_row(Reader *self, Slice line) {
  Row row = {0};
  uint32_t open = 0, at = line.len && line.ptr[0] == '|', cell = at;
  while ((at = next_pipe(self, line, at, &open)) < line.len) {
    row.cells++;
    row.in_code += open > 0;
    cell = ++at;
  }
  row.closed = row.cells && cell == line.len;
  if (!row.closed) row.cells++;
  if (open) row.in_code = 0; // a backtick that is text
  return row;
}

static const char *cells_of(uint32_t count) {
  return count == 1 ? "cell" : "cells";
}

// What is put at the end of a row that lacks `count` cells.
static Slice padding(RuleContext *context, Row row, uint32_t count, const char *cell) {
  Slice text = row.closed ? (Slice){0} : SLICE(" |");
  for (uint32_t i = 0; i < count; i++)
    text = arena_format(context->arena, "%.*s %s |", SLICE_FMT(text), cell);
  return text;
}

static void offer_padding(RuleContext *context, EntryFinding *finding, Row row, uint32_t count,
                          const char *cell) {
  if (count > CELLS_PADDED_MAX) return;
  Slice title = arena_format(context->arena, "Add %u empty %s", count, cells_of(count));
  uint32_t end = finding->range.end;
  add_fix(context, finding, false, title, (Range){end, end}, padding(context, row, count, cell));
}

// A backslash before each pipe in code: then the row reads as it was meant.
static void offer_escapes(RuleContext *context, EntryFinding *finding, Slice line, Row row) {
  Reader reader = {.context = context};
  Range range = range_of(context->bytes, line);
  EntryEdit *edits = arena_array(context->arena, EntryEdit, row.in_code);
  uint32_t open = 0, at = 1, count = 0;
  while ((at = next_pipe(&reader, line, at, &open)) < line.len) {
    Range place = {range.start + at, range.start + at};
    if (open) edits[count++] = (EntryEdit){ENTRY_SELF, place, SLICE("\\")};
    at++;
  }
  EntryFix *fix =
      add_fix(context, finding, false, SLICE("Write the pipes in code as \\|"), range, (Slice){0});
  fix->edits = edits;
  fix->edit_count = count;
}

static void report_row(RuleContext *context, Slice line, Row row, uint32_t wanted) {
  bool code = row.in_code && row.cells - row.in_code == wanted;
  EntryFinding *finding =
      report(context, &rule_table_shape, range_of(context->bytes, line),
             "This row has %u %s, the header has %u%s", row.cells, cells_of(row.cells), wanted,
             code ? ": a pipe in code separates cells too, unless it is written \\|" : "");
  if (code)
    offer_escapes(context, finding, line, row);
  else if (row.cells < wanted)
    offer_padding(context, finding, row, wanted - row.cells, "");
}

static void report_delimiter(RuleContext *context, Slice line, Row row, uint32_t wanted) {
  EntryFinding *finding = report(
      context, &rule_table_shape, range_of(context->bytes, line),
      "The line under the header divides %u %s, the header has %u: many programs show no table",
      row.cells, cells_of(row.cells), wanted);
  if (row.cells < wanted) offer_padding(context, finding, row, wanted - row.cells, "---");
}

// A table begins with its header and the line under it, and ends at an empty line.
static void check_table(Reader *self, Slice table) {
  uint32_t wanted = 0; // cells of the header; 0: what comes is no table
  Slice above = {0};   // the line before, in the same table
  for (Slice rest = table; rest.len;) {
    Slice line = slice_trim(line_next(&rest));
    Row row = read_row(self, line);
    if (!line.len) {
      wanted = 0;
    } else if (wanted) {
      if (row.cells != wanted) report_row(self->context, line, row, wanted);
    } else if (above.len && is_row_of_dashes(line) && !is_row_of_dashes(above)) {
      wanted = read_row(self, above).cells;
      if (row.cells != wanted) report_delimiter(self->context, line, row, wanted);
    }
    above = line;
  }
}

static void check_entry(RuleContext *context) {
  Reader reader = {.context = context};
  for (size_t i = 0; i < context->syntax.count; i++) {
    if (context->syntax.nodes[i].kind != SYNTAX_TABLE) continue;
    reader.next = i;
    check_table(&reader, slice_range(context->bytes, context->syntax.nodes[i].range));
  }
}

const Rule rule_table_shape = {
    .info = {.id = "table-shape",
             .severity = SEVERITY_ERROR,
             .summary = "A table row with another number of cells than its header",
             .why = "Cells that are too many are dropped when the table is shown, and missing ones "
                    "move nothing into place: the values of the row stand under the wrong "
                    "headings. Where the line under the header does not fit it, there is no table "
                    "at all. A pipe that is no border is written `\\|`, in code as well.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "\n"
                    "A mast is a pole that carries sails.\n"
                    "\n"
                    "| mast | place |\n"
                    "| --- | --- |\n"
                    "| foremast | bow | first |\n",
             .good = "## Mast\n"
                     "\n"
                     "A mast is a pole that carries sails.\n"
                     "\n"
                     "| mast | place |\n"
                     "| --- | --- |\n"
                     "| foremast | bow |\n"},
    .check_entry = check_entry,
};

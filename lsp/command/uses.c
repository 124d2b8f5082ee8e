#include "uses.h"
#include "rows.h"
#include "terminal/ruler.h"

typedef struct {
  const Search *search;
  const Document *document;
  Ruler ruler;
  Printed *printed;
} Printer;

static void print_row(Printer *self, const Occurrence *found) {
  const Document *document = self->document;
  PersonPoint start = ruler_point(&self->ruler, found->range.start),
              end = ruler_point(&self->ruler, found->range.end);
  row_begin(self->printed);
  row_text(self->printed, "file", document->name.shown);
  row_place(self->printed, start, end);
  row_text(self->printed, "text", slice_range(document->bytes, found->range));
  row_text(self->printed, "term", found->entries[0]->name);
  row_text_or_null(self->printed, "category", found->entries[0]->category);
  row_end(self->printed);
}

static void print_number(Printer *self, uint32_t number) {
  printed_bytes(self->printed, SLICE(":"));
  printed_number(self->printed, number);
}

static void print_piece(Printer *self, Paint paint, Slice text) {
  printed_piece(self->printed, &self->search->output, paint, text);
}

// The terms it may stand for: all that a parenthesis tells apart. Entries of one name are one term.
static void print_terms(Printer *self, const Occurrence *found) {
  const Entry *first = found->entries[0], *before = first;
  print_piece(self, PAINT_PLAIN, first->name);
  for (uint32_t i = 1; i < found->entry_count; before = found->entries[i++]) {
    const Entry *next = found->entries[i];
    if (!slice_eq(next->headword, first->headword) || slice_eq(next->name, before->name)) continue;
    printed_bytes(self->printed, SLICE(", "));
    print_piece(self, PAINT_PLAIN, next->name);
  }
}

static void print_use(Printer *self, const Occurrence *found) {
  PersonPoint start = ruler_point(&self->ruler, found->range.start);
  print_piece(self, PAINT_PLACE, self->document->name.shown);
  print_number(self, start.line);
  print_number(self, start.column);
  printed_bytes(self->printed, SLICE(": "));
  print_piece(self, PAINT_TERM, slice_range(self->document->bytes, found->range));
  printed_bytes(self->printed, SLICE(" → "));
  print_terms(self, found);
  printed_bytes(self->printed, SLICE("\n"));
}

static bool is_wanted(const Entries *wanted, const Occurrence *found) {
  for (size_t i = 0; i < wanted->len; i++)
    for (uint32_t k = 0; k < found->entry_count; k++)
      if (found->entries[k] == wanted->items[i]) return true;
  return !wanted->len;
}

static void print_all(Printer *self, const Occurrences *found) {
  const Search *search = self->search;
  for (uint32_t i = 0; i < found->count; i++) {
    const Occurrence *use = &found->items[i];
    if (!is_wanted(&search->wanted, use)) continue;
    if (search->format == FORMAT_JSON)
      print_row(self, use);
    else
      print_use(self, use);
  }
}

static void search_document(const Search *search, const Document *document, Arena *arena,
                            Printed *printed) {
  Scope scope = {document->name.path};
  Occurrences found = query_all(search->terms, scope, document->language, document->bytes, arena);
  Printer printer = {search, document, ruler_new(document->text), printed};
  print_all(&printer, &found);
}

Uses uses_of(const Search *search, DocumentName name) {
  Uses uses = {0};
  Document document;
  Slice problem;
  Arena *arena = arena_new();
  if (document_load(name, search->lang, &document, &problem, arena)) {
    search_document(search, &document, arena, &uses.printed);
    document_free(&document);
  } else {
    uses.problem = slice_copy(problem);
  }
  arena_delete(arena);
  return uses;
}

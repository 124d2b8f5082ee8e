#include "command.h"
#include "document.h"
#include "entries.h"
#include "rows.h"
#include "terminal/ruler.h"

static const Usage usage = {
    "find",
    "[PATH…]",
    "Lists every place where a term of the glossaries stands in running text:\n\n"
    "  file:line:column: form → term\n\n"
    "PATH is a file or a folder (the current one when none is given). In folders the files of a\n"
    "known text format are read, but for ignored ones; a file that is named is always read.\n\n"
    "Exit code: 0 something was found, 1 nothing, 2 wrong usage or something named could not be\n"
    "read (the rest is searched all the same).\n",
    OPTIONS_COMMON | OPTION_STDIN | OPTION_LANG,
};

typedef struct {
  Session *session;
  Rows rows;
  bool found;
} Find;

static bool is_document(void *context, Slice path) {
  (void)context;
  if (glossary_is_named(path)) return true;
  return prose_language((Slice){0}, path) != NULL;
}

static json_t *occurrence_json(const Document *document, const Occurrence *found, PersonPoint start,
                               PersonPoint end) {
  json_t *row = json_object();
  json_object_set_new(row, "file", json_text(document->shown));
  json_set_place(row, start, end);
  json_object_set_new(row, "text", json_text(slice_range(document->bytes, found->range)));
  json_object_set_new(row, "term", json_text(found->entries[0]->name));
  json_object_set_new(row, "category", json_text_or_null(found->entries[0]->category));
  return row;
}

// The terms it may stand for: all that a parenthesis tells apart. Entries of one name are one term.
static void print_terms(const Output *output, const Occurrence *found) {
  const Entry *first = found->entries[0], *before = first;
  output_piece(output, PAINT_PLAIN, first->name);
  for (uint32_t i = 1; i < found->entry_count; before = found->entries[i++]) {
    const Entry *next = found->entries[i];
    if (!slice_eq(next->headword, first->headword) || slice_eq(next->name, before->name)) continue;
    fputs(", ", stdout);
    output_piece(output, PAINT_PLAIN, next->name);
  }
}

static void print_occurrence(const Output *output, const Document *document,
                             const Occurrence *found, PersonPoint start) {
  output_piece(output, PAINT_PLACE, document->shown);
  printf(":%u:%u: ", start.line, start.column);
  output_piece(output, PAINT_TERM, slice_range(document->bytes, found->range));
  fputs(" → ", stdout);
  print_terms(output, found);
  putchar('\n');
}

static void tell(Find *self, const Document *document, const Occurrence *found, Ruler *ruler) {
  PersonPoint start = ruler_point(ruler, found->range.start),
              end = ruler_point(ruler, found->range.end);
  self->found = true;
  if (self->session->options.format == FORMAT_JSON)
    rows_add(&self->rows, occurrence_json(document, found, start, end));
  else
    print_occurrence(&self->session->output, document, found, start);
}

static void search(Find *self, const Document *document) {
  Arena *arena = arena_new();
  Terms *terms = glossary_terms(self->session->glossary);
  Scope scope = {document->path};
  Occurrences found = query_all(terms, scope, document->language, document->bytes, arena);
  Text *text = text_new(document->bytes);
  Ruler ruler = ruler_new(text);
  for (uint32_t i = 0; i < found.count; i++) tell(self, document, &found.items[i], &ruler);
  text_delete(text);
  arena_delete(arena);
}

static void search_file(Find *self, Slice path) {
  Document document;
  if (!document_read(self->session, path, &document)) return;
  search(self, &document);
  document_free(&document);
}

static void search_files(Find *self) {
  Paths paths = {0};
  documents_named(self->session, is_document, &paths);
  for (size_t i = 0; i < paths.len; i++) search_file(self, paths.items[i]);
  array_free(&paths);
}

static int run(Session *session) {
  Find self = {.session = session};
  if (session->options.from_stdin && session->options.operands.len) {
    usage_complain(&usage, SLICE("either --stdin or a PATH, not both"));
    return EXIT_TROUBLE;
  }
  session_serve(session, &session->options.operands);
  if (session->options.from_stdin)
    search_file(&self, (Slice){0});
  else
    search_files(&self);
  if (session->options.format == FORMAT_JSON) rows_end(&self.rows);
  return self.found ? EXIT_FINE : EXIT_NOTHING;
}

int command_find(int argc, char **argv) {
  return session_run(&usage, argc, argv, NULL, run);
}

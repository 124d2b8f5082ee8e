#include "checked.h"
#include "document.h"

#include <glossary/line.h>

static bool is_glossary(void *context, Slice path) {
  (void)context;
  return glossary_is_named(path);
}

// The lines of a site around its entries: no ordinary text has them.
static bool has_furniture(const GlossaryFile *file) {
  Text *text = file->text;
  uint32_t end = outline_preamble(&file->outline, text).end;
  for (uint32_t line = 0; line < text_line_count(text) && text_line_start(text, line) < end; line++)
    if (line_is_furniture(text_slice(text, text_line(text, line)), (Slice){0})) return true;
  return false;
}

// Whether most blocks of the text are an entry of a page: a headword line and its body. An ordinary
// text may hold a line that looks like a headword, but not so many.
static bool has_mostly_entries(const GlossaryFile *file) {
  size_t whole = 0;
  for (size_t i = 0; i < file->entries.len; i++) {
    const Entry *entry = file->entries.items[i];
    whole += range_len(entry->heading) && range_len(entry->body);
  }
  return whole * 2 > file->entries.len;
}

static bool reads_as_page(const GlossaryFile *file) {
  return file->outline.dialect == DIALECT_PAGE && file->entries.len &&
         (has_furniture(file) || has_mostly_entries(file));
}

static bool counts_as_glossary(const Session *session, const Document *document,
                               const GlossaryFile *file) {
  bool by_lang = slice_eq(session->options.lang, SLICE("gloss"));
  Slice path = document->name.path;
  if (by_lang || document->name.from_stdin || glossary_is_named(path)) return true;
  return (!document->language ||
          slice_eq(slice_of(document->language->name), SLICE("plaintext"))) &&
         reads_as_page(file);
}

// The document as a glossary, taken into the session; NULL when it is none.
static GlossaryFile *add_document(Session *session, const Document *document) {
  Slice name = document->name.path.len ? document->name.path : document->name.shown;
  GlossaryFile *file =
      glossary_file_new(arena_copy(session->arena, name), (Slice){0}, document->bytes);
  if (counts_as_glossary(session, document, file)) return glossary_put(session->glossary, file);
  glossary_file_delete(file);
  return NULL;
}

// A file that the workspace holds too is loaded already.
static void add_file(Session *session, DocumentName name, Checked *files) {
  Store *store = session->glossary->store;
  GlossaryFile *file = name.from_stdin ? NULL : store_find(store, name.path);
  Document document;
  if (!file && document_read(session, name, &document)) {
    file = add_document(session, &document);
    document_free(&document);
  }
  if (file) *array_push(files) = file;
}

static void add_all_loaded(const Session *session, Checked *files) {
  const Store *store = session->glossary->store;
  for (size_t i = 0; i < store_file_count(store); i++) *array_push(files) = store_file(store, i);
}

static void add_named(Session *session, Checked *files) {
  DocumentNames names = {0};
  documents_named(session, is_glossary, &names);
  for (size_t i = 0; i < names.len; i++) add_file(session, names.items[i], files);
  array_free(&names);
}

void checked_gather(Session *session, Checked *files) {
  const Options *options = &session->options;
  session_load(session, &options->operands);
  if (options->from_stdin)
    add_file(session, document_stdin(session), files);
  else if (options->operands.len || !options->glossaries.len)
    add_named(session, files);
  else
    add_all_loaded(session, files);
}

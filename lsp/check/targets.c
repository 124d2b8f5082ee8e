#include "targets.h"

#include <glossary/line.h>

// --- what tells a glossary ---

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

typedef enum { SURELY_NOT, BY_ITS_TEXT, SURELY } Likelihood;

// A text without a name and a language is a glossary, for that is what is checked of old.
static Likelihood is_glossary(const Session *session, DocumentName name, bool is_operand) {
  Slice lang =
      session->options.lang.len ? session->options.lang : config_language(name.config, name.path);
  const ProseLanguage *language = prose_language(lang, name.path);
  if (lang.len)
    return language && slice_eq(slice_of(language->name), SLICE("gloss")) ? SURELY : SURELY_NOT;
  if (glossary_is_named(name.path) || !name.path.len) return SURELY;
  bool is_plain = !language || slice_eq(slice_of(language->name), SLICE("plaintext"));
  return is_plain && is_operand ? BY_ITS_TEXT : SURELY_NOT;
}

// --- one target ---

static GlossaryFile *find_loaded(const Session *session, DocumentName name) {
  const Store *store = session->glossary->store;
  GlossaryFile *file = name.from_stdin ? NULL : store_find(store, name.path);
  return file || name.from_stdin ? file : store_find(store, path_real(name.path, session->arena));
}

// Reads a text that may be a glossary into the session. False when it cannot be read.
static bool read_glossary(Session *session, Likelihood likelihood, Target *target) {
  Document document;
  DocumentName name = target->name;
  if (!document_read(session, name, &document)) return false;
  target->has_mark = document.has_mark;
  Slice called = name.path.len ? name.path : name.shown;
  GlossaryFile *file =
      glossary_file_new(arena_copy(session->arena, called), (Slice){0}, document.bytes);
  if (likelihood == SURELY || reads_as_page(file))
    target->glossary = glossary_put(session->glossary, file);
  else
    glossary_file_delete(file);
  document_free(&document);
  return true;
}

static void add_target(Session *session, DocumentName name, bool is_operand, Targets *targets) {
  Target target = {name, find_loaded(session, name), false};
  Likelihood likelihood = target.glossary ? SURELY_NOT : is_glossary(session, name, is_operand);
  if (likelihood == SURELY_NOT || read_glossary(session, likelihood, &target))
    *array_push(targets) = target;
}

// --- which files ---

static bool is_left_out(Session *session, const Changed *changed, DocumentName name) {
  if (!name.path.len) return false;
  return (changed && !changed_file(changed, name.path)) || session_ignores(session, name.path);
}

static void name_changed(Session *session, const Changed *changed, DocumentNames *names) {
  for (size_t i = 0; i < changed->files.len; i++) {
    Slice path = changed->files.items[i].path;
    if (!path_is_file(path.ptr) || !document_is_wanted(session, path)) continue;
    DocumentName name = document_named(session, path);
    name.shown = session_shown(session, path);
    *array_push(names) = name;
  }
}

static void name_loaded(Session *session, DocumentNames *names) {
  const Store *store = session->glossary->store;
  for (size_t i = 0; i < store_file_count(store); i++) {
    DocumentName name = document_named(session, store_file(store, i)->path);
    name.shown = session_shown(session, name.path);
    *array_push(names) = name;
  }
}

static void name_all(Session *session, const Changed *changed, DocumentNames *names) {
  const Options *options = &session->options;
  if (options->from_stdin)
    *array_push(names) = document_stdin(session);
  else if (changed && !options->operands.len)
    name_changed(session, changed, names);
  else
    documents_named(session, document_is_wanted, names);
  bool everything = !options->from_stdin && !options->operands.len && !changed;
  if (everything && options->glossaries.len) name_loaded(session, names);
}

// --- all of them ---

// As a person would name a file: from the current folder, where it lies in it.
static Slice named_from(Slice folder, Slice path) {
  Slice rest;
  return path_below(path, folder, &rest) ? rest : path;
}

// Around which glossaries are looked for.
static void add_places(const Session *session, const Changed *changed, Paths *places) {
  const Options *options = &session->options;
  Slice here = path_absolute(SLICE("."), session->arena);
  if (options->stdin_filename.len) *array_push(places) = options->stdin_filename;
  array_append(places, options->operands.items, options->operands.len);
  for (size_t i = 0; changed && !options->operands.len && i < changed->files.len; i++)
    if (path_is_file(changed->files.items[i].path.ptr))
      *array_push(places) = named_from(here, changed->files.items[i].path);
}

static void add_operands(const Session *session, Paths *paths) {
  const Paths *operands = &session->options.operands;
  for (size_t i = 0; i < operands->len; i++)
    *array_push(paths) = path_absolute(operands->items[i], session->arena);
  paths_sort(paths);
}

void targets_gather(Session *session, const Changed *changed, Targets *targets) {
  Paths places = {0}, operands = {0};
  DocumentNames names = {0};
  document_check_lang(session);
  add_places(session, changed, &places);
  session_load(session, &places);
  name_all(session, changed, &names);
  documents_once_each(&names, session->arena);
  add_operands(session, &operands);
  for (size_t i = 0; i < names.len; i++)
    if (!is_left_out(session, changed, names.items[i]))
      add_target(session, names.items[i], paths_have(&operands, names.items[i].path), targets);
  array_free(&places);
  array_free(&operands);
  array_free(&names);
}

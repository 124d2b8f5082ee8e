#include "command.h"
#include "document.h"
#include "entries.h"
#include "rows.h"

static const Usage usage = {
    "complete",
    "TEXT",
    "Lists how the end of TEXT could go on: the terms that begin with its last words, or whose\n"
    "words begin with them or their letters, written the way the sentence needs them. TEXT may be\n"
    "a whole sentence; with --lang of a programming language it is code, and the names of\n"
    "identifiers are completed.\n\n"
    "Exit code: 0 something was found, 1 nothing, 2 wrong usage or something named could not be\n"
    "read.\n",
    OPTIONS_COMMON | OPTION_LANG,
};

enum { DETAIL_MAX = 240 };

static json_t *completion_json(const Session *session, const Completion *completion) {
  json_t *row = json_object();
  json_object_set_new(row, "label", json_text(completion->label));
  json_object_set_new(row, "term", json_text(completion->entry->name));
  json_object_set_new(row, "detail",
                      json_text(definition_line(session, completion->entry, DETAIL_MAX)));
  return row;
}

static void print_completion(const Session *session, const Completion *completion) {
  const Entry *entry = completion->entry;
  output_piece(&session->output, PAINT_TERM, completion->label);
  if (!slice_eq_ascii_case(completion->label, entry->name)) {
    fputs(" → ", stdout);
    output_piece(&session->output, PAINT_PLAIN, entry->name);
  }
  putchar('\n');
  output_paragraphs(&session->output, 4, definition_line(session, entry, DETAIL_MAX));
}

static int run(Session *session) {
  session_serve(session, &(Paths){0});
  document_check_lang(session);
  Slice text = session_words(session);
  const ProseLanguage *language = prose_language(session->options.lang, (Slice){0});
  Completions found = query_completions(glossary_terms(session->glossary), (Scope){0}, language,
                                        text, (uint32_t)text.len, session->arena);
  bool json = session->options.format == FORMAT_JSON;
  Rows rows = {0};
  for (uint32_t i = 0; i < found.count; i++) {
    if (json)
      rows_add(&rows, completion_json(session, &found.items[i]));
    else
      print_completion(session, &found.items[i]);
  }
  if (json) rows_end(&rows);
  if (!found.count) complain(text, SLICE("no term begins like the end of this"));
  return found.count ? EXIT_FINE : EXIT_NOTHING;
}

int command_complete(int argc, char **argv) {
  return session_run(&usage, argc, argv, "a TEXT is missing", run);
}

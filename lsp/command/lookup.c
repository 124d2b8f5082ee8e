#include "command.h"
#include "entries.h"
#include "rows.h"

static const Usage usage = {
    "lookup",
    "TERM…",
    "Prints what the glossaries say about a term, in any of its spellings, with all its senses.\n"
    "Several words are one term if there is such a term; otherwise each is looked up alone.\n\n"
    "Exit code: 0 found, 1 not found, 2 wrong usage or something named could not be read.\n",
    OPTIONS_COMMON,
};

typedef struct {
  Session *session;
  Rows rows;
  bool found;
} Lookup;

static Occurrence ask(Lookup *self, Slice term) {
  Terms *terms = glossary_terms(self->session->glossary);
  return query_named(terms, (Scope){0}, term, self->session->arena);
}

static void print_sense(Lookup *self, const Occurrence *answer, uint32_t i) {
  if (self->session->options.format == FORMAT_JSON) {
    rows_add(&self->rows, entry_json(self->session, answer->entries[i]));
    return;
  }
  if (self->found) putchar('\n');
  entry_print(self->session, answer->entries[i], i + 1, answer->entry_count);
}

static void answer_with(Lookup *self, const Occurrence *answer) {
  for (uint32_t i = 0; i < answer->entry_count; i++) {
    print_sense(self, answer, i);
    self->found = true;
  }
}

static void look_up(Lookup *self, Slice term) {
  Occurrence answer = ask(self, term);
  if (answer.entry_count)
    answer_with(self, &answer);
  else
    complain_unknown_term(self->session, term);
}

static int run(Session *session) {
  Lookup self = {.session = session};
  const Paths *words = &session->options.operands;
  session_serve(session, &(Paths){0});
  Slice whole = session_words(session);
  if (words->len == 1 || ask(&self, whole).entry_count)
    look_up(&self, whole);
  else
    for (size_t i = 0; i < words->len; i++) look_up(&self, words->items[i]);
  if (session->options.format == FORMAT_JSON) rows_end(&self.rows);
  return self.found ? EXIT_FINE : EXIT_NOTHING;
}

int command_lookup(int argc, char **argv) {
  return session_run(&usage, argc, argv, "a TERM is missing", run);
}

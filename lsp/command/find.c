#include "command.h"
#include "entries.h"
#include "jobs.h"
#include "rows.h"
#include "terminal/progress.h"
#include "uses.h"

static const Usage usage = {
    "find",
    "[PATH…]",
    "Lists every place where a term of the glossaries stands in running text, by file and "
    "place:\n\n"
    "  file:line:column: form → term\n\n"
    "PATH is a file, a folder (the current one when none is given) or a pattern like\n"
    "'docs/**/*.md'. In folders all files are read whose name tells of a language: markup, plain\n"
    "text, and source code, of which only comments and doc strings are searched; ignored files "
    "are\n"
    "left out. A file that is named is always read.\n\n"
    "Exit code: 0 something was found, 1 nothing, 2 wrong usage or something named could not be\n"
    "read (the rest is searched all the same).\n",
    OPTIONS_COMMON | OPTION_TERM | OPTION_STDIN | OPTION_STDIN_FILENAME | OPTION_LANG | OPTION_JOBS,
};

typedef struct {
  Session *session;
  Search search;
  DocumentNames names;
  Progress progress;
  Rows rows;
  bool found;
} Find;

// --- what is searched for ---

static void want(Find *self, Slice term) {
  Session *session = self->session;
  Occurrence found = query_named(self->search.terms, (Scope){0}, term, session->arena);
  if (!found.entry_count) complain_unknown_term(session, term);
  array_append(&self->search.wanted, found.entries, found.entry_count);
}

// False when there is nothing to look for.
static bool prepare_search(Find *self) {
  const Options *options = &self->session->options;
  self->search = (Search){.terms = glossary_terms(self->session->glossary),
                          .lang = options->lang,
                          .format = options->format,
                          .output = self->session->output};
  terms_update(self->search.terms);
  for (size_t i = 0; i < options->terms.len; i++) want(self, options->terms.items[i]);
  return self->search.wanted.len || !options->terms.len;
}

// --- where ---

static void gather(Find *self) {
  Session *session = self->session;
  document_check_lang(session);
  if (session->options.from_stdin)
    *array_push(&self->names) = document_stdin(session);
  else
    documents_named(session, document_is_wanted, &self->names);
}

// The glossaries around what is searched.
static void serve(Session *session) {
  Paths named = {0};
  if (session->options.stdin_filename.len) *array_push(&named) = session->options.stdin_filename;
  session_serve(session, session->options.from_stdin ? &named : &session->options.operands);
  array_free(&named);
}

// --- the search: worked on in parallel, printed in order ---

static JobResult work(void *context, size_t index) {
  const Find *self = context;
  Uses *uses = mem_zero(1, sizeof *uses);
  *uses = uses_of(&self->search, self->names.items[index]);
  return (JobResult){uses, uses->printed.cap};
}

static void print(Find *self, const Uses *uses) {
  Slice printed = printed_slice(&uses->printed);
  if (!printed.len) return;
  self->found = true;
  progress_make_way(&self->progress);
  if (self->search.format == FORMAT_JSON)
    rows_add_some(&self->rows, printed);
  else
    fwrite(printed.ptr, 1, printed.len, stdout);
}

static void tell_problem(Find *self, size_t index, Slice problem) {
  if (!problem.len) return;
  progress_clear(&self->progress);
  session_trouble(self->session, self->names.items[index].shown, problem);
}

static bool take(void *context, size_t index, void *value) {
  Find *self = context;
  Uses *uses = value;
  print(self, uses);
  tell_problem(self, index, uses->problem);
  progress_step(&self->progress, index + 1);
  slice_free(uses->problem);
  array_free(&uses->printed);
  mem_free(uses);
  return !ferror(stdout);
}

static void search(Find *self) {
  Jobs jobs = {.count = self->names.len,
               .threads = self->session->options.jobs,
               .work = work,
               .take = take,
               .context = self};
  self->progress = progress_new(self->names.len);
  jobs_run(&jobs);
  progress_clear(&self->progress);
}

// --- the command ---

// NULL when the options go together.
static const char *misuse(const Options *options) {
  if (options->from_stdin && options->operands.len) return "either --stdin or a PATH, not both";
  if (options->stdin_filename.len && !options->from_stdin)
    return "--stdin-filename goes with --stdin";
  return NULL;
}

static int run(Session *session) {
  Find self = {.session = session};
  const char *wrong = misuse(&session->options);
  if (wrong) return usage_complain(&usage, slice_of(wrong)), EXIT_TROUBLE;
  serve(session);
  if (prepare_search(&self)) {
    gather(&self);
    search(&self);
  }
  if (session->options.format == FORMAT_JSON) rows_end(&self.rows);
  array_free(&self.search.wanted);
  array_free(&self.names);
  return self.found ? EXIT_FINE : EXIT_NOTHING;
}

int command_find(int argc, char **argv) {
  return session_run(&usage, argc, argv, NULL, run);
}

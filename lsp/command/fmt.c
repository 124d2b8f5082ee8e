#include "check/diff.h"
#include "command.h"
#include "disk/replace.h"
#include "formatted.h"
#include "jobs.h"
#include "library/listed.h"
#include "terminal/progress.h"

static const Usage usage = {
    "fmt",
    "[FILE…]",
    "Lays glossaries out in one way and says which files changed: the order and the spelling of\n"
    "fields, blank lines, the marks of headings and lists, tables. What is said stays; an entry\n"
    "that would read differently is left as it is, and told.\n\n"
    "FILE is a glossary, whatever its name, or a folder, of which all glossaries are formatted; "
    "the\n"
    "current folder when none is given. Ignored files are left out. The pages of glossary sites\n"
    "have no layout.\n\n"
    "With --stdin the formatted text is written to standard output.\n\n"
    "Exit code: 0 all is formatted now, 1 with --check: some is not, 2 wrong usage or something\n"
    "named could not be read or written (the rest is formatted all the same).\n",
    OPTION_CONFIG | OPTION_COLOR | OPTION_STDIN | OPTION_STDIN_FILENAME | OPTION_JOBS |
        OPTION_CHECK | OPTION_DIFF | OPTION_WRAP | OPTION_SORT,
};

typedef struct {
  Session *session;
  DocumentNames names;
  Progress progress;
  size_t files, changed; // glossaries, and those of them that changed or would
  size_t pages;          // pages that were found in a folder
  size_t failed;         // glossaries that could not be written
} Fmt;

// --- which files ---

static bool is_glossary(void *context, Slice path) {
  Session *session = context;
  const Config *config = session_config(session, path);
  return glossary_is_named(path) || slice_eq(config_language(config, path), SLICE("gloss")) ||
         listed_by_any(session->configs, path);
}

// A nameless text has no place, so no gloss.json but a chosen one.
static DocumentName name_of_input(Session *session) {
  DocumentName name = document_stdin(session);
  if (session->options.config.file.len) name.config = session_config(session, session->here);
  return name;
}

static void drop_ignored(Session *session, DocumentNames *names) {
  size_t kept = 0;
  for (size_t i = 0; i < names->len; i++)
    if (!session_ignores(session, names->items[i].path)) names->items[kept++] = names->items[i];
  names->len = kept;
}

static void gather(Fmt *self) {
  Session *session = self->session;
  if (session->options.from_stdin) {
    *array_push(&self->names) = name_of_input(session);
    return;
  }
  documents_named(session, is_glossary, &self->names);
  documents_once_each(&self->names, session->arena);
  drop_ignored(session, &self->names);
}

// --- one file, on the thread of the session ---

static void tell(Fmt *self, Slice line) {
  progress_clear(&self->progress);
  write_visible(stderr, line);
  fputc('\n', stderr);
}

static void tell_problem(Fmt *self, const DocumentName *name, Slice problem) {
  progress_clear(&self->progress);
  session_trouble(self->session, name->shown, problem);
}

// Pages that nobody named are only counted: they are told with the rest, at the end.
static void tell_page(Fmt *self, const DocumentName *name) {
  self->pages += name->found;
  if (name->found) return;
  Slice page = name->from_stdin ? SLICE("PAGE") : name->shown;
  tell(self, arena_format(self->session->arena,
                          "%.*s: a page has nothing to format; `gloss import %.*s --to DIR` makes "
                          "it editable",
                          SLICE_FMT(name->shown), SLICE_FMT(page)));
}

static void tell_about(Fmt *self, const DocumentName *name, const Formatted *formatted) {
  Arena *arena = self->session->arena;
  if (formatted->problem.len) tell_problem(self, name, arena_copy(arena, formatted->problem));
  if (formatted->is_page) tell_page(self, name);
  if (formatted->is_no_glossary && !name->found)
    tell(self, arena_format(arena, "%.*s: holds no entry, so there is nothing to format",
                            SLICE_FMT(name->shown)));
  for (size_t i = 0; i < formatted->left.len; i++)
    tell(self, arena_format(arena,
                            "%.*s:%u: this entry is left as it is, because formatting would "
                            "change what it says",
                            SLICE_FMT(name->shown), formatted->left.items[i]));
}

static void print_name(Fmt *self, const DocumentName *name) {
  progress_make_way(&self->progress);
  output_piece(&self->session->output, PAINT_PLACE, name->shown);
  putchar('\n');
}

static void print_diff(Fmt *self, const DocumentName *name, const Formatted *formatted) {
  Printed diff = {0};
  bool has_mark = name->from_stdin ? formatted->has_mark : file_has_mark(name->path);
  diff_write_file(&diff, name->path, has_mark, formatted->before, formatted->after,
                  self->session->arena);
  progress_make_way(&self->progress);
  fwrite(diff.items, 1, diff.len, stdout);
  array_free(&diff);
}

// What must stay as it is comes out as it is: an editor may put it in the place of its text.
static void print_text(const Formatted *formatted) {
  Slice text = formatted->changed ? formatted->after : formatted->before;
  if (formatted->has_mark) fwrite(BYTE_ORDER_MARK.ptr, 1, BYTE_ORDER_MARK.len, stdout);
  if (text.len) fwrite(text.ptr, 1, text.len, stdout);
}

// Whether it could be written.
static bool replace(Fmt *self, const DocumentName *name, const Formatted *formatted) {
  Slice problem;
  bool written =
      file_replace(name->path, formatted->before, formatted->after, &problem, self->session->arena);
  if (written)
    print_name(self, name);
  else
    self->failed++, tell_problem(self, name, problem);
  return written;
}

// Whether the file has changed now, or would change.
static bool put(Fmt *self, const DocumentName *name, const Formatted *formatted) {
  const Options *options = &self->session->options;
  bool only_shown = options->diff || options->check;
  if (name->from_stdin && !only_shown)
    print_text(formatted);
  else if (!formatted->changed)
    return false;
  else if (options->diff)
    print_diff(self, name, formatted);
  else if (options->check)
    print_name(self, name);
  else
    return replace(self, name, formatted);
  return formatted->changed;
}

// --- all of them ---

static JobResult work(void *context, size_t index) {
  const Fmt *self = context;
  Formatted *formatted = mem_alloc(sizeof *formatted);
  *formatted = formatted_of(self->names.items[index], &self->session->options.style);
  return (JobResult){formatted, formatted->before.len + formatted->after.len};
}

static bool take(void *context, size_t index, void *value) {
  Fmt *self = context;
  Formatted *formatted = value;
  tell_about(self, &self->names.items[index], formatted);
  self->changed += put(self, &self->names.items[index], formatted);
  self->files += formatted->counts;
  progress_step(&self->progress, index + 1);
  formatted_free(formatted);
  mem_free(formatted);
  return !ferror(stdout);
}

static void format_all(Fmt *self) {
  Jobs jobs = {.count = self->names.len,
               .threads = self->session->options.jobs,
               .work = work,
               .take = take,
               .context = self};
  self->progress = progress_new(self->names.len);
  jobs_run(&jobs);
  progress_clear(&self->progress);
}

static const char *plural(size_t count, const char *one, const char *many) {
  return count == 1 ? one : many;
}

static void summarize_glossaries(const Fmt *self) {
  const Options *options = &self->session->options;
  const char *glossaries = plural(self->files, "glossary", "glossaries");
  if (!self->changed && !self->failed) {
    fprintf(stderr, "nothing to format in %zu %s", self->files, glossaries);
  } else if (options->diff || options->check) {
    fprintf(stderr, "%zu of %zu %s would change", self->changed, self->files, glossaries);
    if (!options->diff)
      fprintf(stderr, ": `gloss fmt` formats %s", plural(self->changed, "it", "them"));
  } else {
    fprintf(stderr, "formatted %zu of %zu %s", self->changed, self->files, glossaries);
  }
}

static void summarize(const Fmt *self) {
  fflush(stdout);
  if (self->session->options.from_stdin) return;
  bool none = !self->names.len || self->pages;
  if (self->files)
    summarize_glossaries(self);
  else if (none && !self->session->trouble)
    fputs("no glossary to format", stderr);
  else
    return;
  if (self->pages)
    fprintf(stderr, "; %zu %s no layout", self->pages,
            plural(self->pages, "page has", "pages have"));
  fputc('\n', stderr);
}

// NULL when the options go together.
static const char *misuse(const Options *options) {
  if (options->from_stdin && options->operands.len) return "either --stdin or a FILE, not both";
  if (options->stdin_filename.len && !options->from_stdin)
    return "--stdin-filename goes with --stdin";
  return NULL;
}

static int run(Session *session) {
  Fmt self = {.session = session};
  const char *wrong = misuse(&session->options);
  if (wrong) return usage_complain(&usage, slice_of(wrong)), EXIT_TROUBLE;
  gather(&self);
  format_all(&self);
  summarize(&self);
  session->trouble |= session->config_is_wrong;
  array_free(&self.names);
  return session->options.check && self.changed ? EXIT_NOTHING : EXIT_FINE;
}

int command_fmt(int argc, char **argv) {
  return session_run(&usage, argc, argv, NULL, run);
}

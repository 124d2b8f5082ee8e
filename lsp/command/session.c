#include "command.h"
#include "disk/ignore.h"
#include "document.h"
#include "json.h"

static void name_paths(Session *self, const Paths *paths) {
  for (size_t i = 0; i < paths->len; i++) {
    Slice named = operand_folder(paths->items[i]);
    *array_push(&self->named) = named;
    *array_push(&self->absolute) = path_absolute(named, self->arena);
  }
}

static Slice folder_of(Slice path) {
  return path_is_folder(path.ptr) ? path : path_folder(path);
}

static Slice workspace_of(Session *self, Slice folder) {
  Slice rest, top = git_top(folder, self->arena);
  if (top.len) return top;
  return path_below(folder, self->here, &rest) ? self->here : arena_copy(self->arena, folder);
}

// The top of the file system is nobody's workspace: it holds everything.
static void add_workspace(Session *self, Paths *folders, Slice folder) {
  Slice workspace = workspace_of(self, folder);
  if (workspace.len > 1 && !paths_include(folders, workspace)) *array_push(folders) = workspace;
}

static void add_folder(Session *self, LibrarySource *source, Slice folder) {
  add_workspace(self, &source->folders, folder);
  *array_push(&source->asked) = folder;
}

// Of the first `count` paths. Many files of one folder often follow one another.
static void add_folders(Session *self, LibrarySource *source, size_t count) {
  Slice last = {0};
  for (size_t i = 0; i < count; i++) {
    Slice folder = folder_of(self->absolute.items[i]);
    if (!slice_eq(folder, last)) add_folder(self, source, folder);
    last = folder;
  }
  if (!count) add_folder(self, source, self->here);
}

// `problem` begins with an absolute path; a colon ends it.
static Slice problem_shown(const Session *self, Slice problem) {
  for (size_t i = 0; i < self->named.len; i++) {
    Slice rest = slice_from(problem, self->absolute.items[i].len);
    if (!slice_starts_with(problem, self->absolute.items[i]) ||
        !slice_starts_with(rest, SLICE(": ")))
      continue;
    return arena_format(self->arena, "%.*s%.*s", SLICE_FMT(self->named.items[i]), SLICE_FMT(rest));
  }
  return session_shown(self, problem);
}

// What is found by looking around may be broken without being this run's business; what is named
// may not.
static void take_loaded(Session *self, Loaded *loaded) {
  for (size_t i = 0; i < loaded->files.len; i++)
    glossary_put(self->glossary, loaded->files.items[i]);
  for (size_t i = 0; i < loaded->problems.len; i++) {
    Slice problem = problem_shown(self, loaded->problems.items[i]);
    session_note(self, problem);
    self->trouble |= self->options.glossaries.len > 0;
  }
  self->configs = loaded->configs;
  loaded->files.len = 0;
  loaded->configs = NULL;
  loaded_free(loaded);
  session_tell_configs(self);
}

void session_load(Session *self, const Paths *paths) {
  LibrarySource source = {.paths = self->options.glossaries,
                          .config = self->options.config,
                          .no_builtin = self->options.no_builtin};
  Loaded loaded = {0};
  name_paths(self, paths);
  size_t count = self->absolute.len;
  name_paths(self, &self->options.glossaries);
  add_folders(self, &source, count);
  library_load(&source, &loaded, self->arena);
  take_loaded(self, &loaded);
  array_free(&source.folders);
  array_free(&source.asked);
}

static void session_open(Session *self) {
  json_use_memory();
  *self = (Session){.arena = arena_new(), .glossary = glossary_new()};
  self->here = path_absolute(SLICE("."), self->arena);
}

void session_serve(Session *self, const Paths *paths) {
  session_load(self, paths);
  if (!self->trouble && !store_file_count(self->glossary->store))
    complain((Slice){0}, SLICE("no glossary was found, so there is no term to find"));
}

static void session_close(Session *self) {
  glossary_delete(self->glossary);
  configs_delete(self->configs);
  options_free(&self->options);
  array_free(&self->named);
  array_free(&self->absolute);
  array_free(&self->said);
  arena_delete(self->arena);
}

int session_run(const Usage *usage, int argc, char **argv, const char *missing,
                int (*run)(Session *)) {
  Session self;
  session_open(&self);
  OptionsResult result = options_read(usage, argc, argv, &self.options);
  self.output = output_new(self.options.color);
  int exit_code = result == OPTIONS_SHOWN ? EXIT_FINE : EXIT_TROUBLE;
  if (result == OPTIONS_RUN && missing && !self.options.operands.len)
    usage_complain(usage, slice_of(missing));
  else if (result == OPTIONS_RUN)
    exit_code = run(&self);
  bool written = output_finish();
  if (self.trouble || !written) exit_code = EXIT_TROUBLE;
  session_close(&self);
  return exit_code;
}

void session_trouble(Session *self, Slice shown, Slice message) {
  self->trouble = true;
  Slice problem = arena_format(self->arena, "%.*s: %.*s", SLICE_FMT(shown), SLICE_FMT(message));
  session_note(self, problem);
}

void session_note(Session *self, Slice message) {
  if (paths_include(&self->said, message)) return;
  *array_push(&self->said) = message;
  complain((Slice){0}, message);
}

Slice session_shown(const Session *self, Slice path) {
  Slice rest;
  for (size_t i = 0; i < self->named.len; i++) {
    if (!path_below(path, self->absolute.items[i], &rest)) continue;
    if (!rest.len) return self->named.items[i];
    if (slice_eq(self->named.items[i], SLICE("."))) return rest;
    return path_join(self->named.items[i], rest, self->arena);
  }
  return path_below(path, self->here, &rest) && rest.len ? rest : path;
}

Slice session_words(const Session *self) {
  const Paths *words = &self->options.operands;
  Array(char) text = {0};
  for (size_t i = 0; i < words->len; i++) {
    if (i) *array_push(&text) = ' ';
    array_append(&text, words->items[i].ptr, words->items[i].len);
  }
  Slice result = arena_copy(self->arena, slice_new(text.items, text.len));
  array_free(&text);
  return result;
}

#include "load.h"

#include <stdlib.h>

static bool is_stopped(void *context) {
  return load_is_stopped(context);
}

static bool is_ignore_file(Slice name) {
  return slice_eq(name, SLICE(".gitignore")) || slice_eq(name, SLICE(".ignore"));
}

bool library_concerns(Slice path) {
  Slice name = path_name(path);
  return glossary_is_named(path) || is_ignore_file(name) || slice_eq(name, CONFIG_NAME) ||
         path_is_folder(path.ptr);
}

static void add_problem(void *context, Slice path, Slice message) {
  Load *load = context;
  *array_push(&load->loaded->problems) =
      arena_format(load->arena, "%.*s: %.*s", SLICE_FMT(path), SLICE_FMT(message));
}

static void add_folder(void *context, Slice path) {
  Load *load = context;
  *array_push(&load->loaded->folders) = path;
}

bool load_is_stopped(const Load *self) {
  return self->stopped && atomic_load_explicit(self->stopped, memory_order_relaxed);
}

bool load_file(Load *self, Slice path, Slice root, Slice *problem) {
  Slice bytes;
  if (!file_read(path.ptr, &bytes, problem, self->arena)) return false;
  if (bytes_are_binary(bytes)) {
    *problem = SLICE("is binary, not a text");
    mem_free((char *)bytes.ptr);
    return false;
  }
  *array_push(&self->loaded->files) = glossary_file_from(path, root, text_adopt(bytes));
  return true;
}

// ---- named by --glossary

static bool has_glossary_name(void *context, Slice path) {
  (void)context;
  return glossary_is_named(path);
}

// A file that was listed and has gone since is no problem.
static void load_walked(Load *load, const Paths *paths, Slice root) {
  Slice problem;
  for (size_t i = 0; i < paths->len && !load_is_stopped(load); i++) {
    Slice path = paths->items[i];
    if (!load_file(load, path, root, &problem) && path_exists(path.ptr))
      add_problem(load, path, problem);
  }
}

static void load_named_folder(Load *load, Slice folder) {
  WalkOptions options = {.problem = add_problem,
                         .wants = has_glossary_name,
                         .folder = add_folder,
                         .context = load,
                         .stopped = is_stopped};
  Paths paths = {0};
  walk(folder, &options, &paths, load->arena);
  load_walked(load, &paths, (Slice){0});
  if (!paths.len) add_problem(load, folder, SLICE(LOAD_NO_GLOSSARY));
  array_free(&paths);
}

static void load_named(Load *load, Slice path) {
  Slice absolute = path_absolute(path, load->arena), problem;
  if (path_is_folder(absolute.ptr))
    load_named_folder(load, absolute);
  else if (!load_file(load, absolute, (Slice){0}, &problem))
    add_problem(load, absolute, problem);
}

// ---- found in the workspace folders

// A gloss.json that names glossaries leaves none to be found by its name.
static bool wants_found(void *context, Slice path) {
  Load *load = context;
  size_t listed;
  const Config *config = configs_look(load->loaded->configs, path_folder(path));
  config_glossaries(config, &listed);
  if (listed || config_ignores(config, path)) return false;
  return glossary_is_named(path) || slice_eq(config_language(config, path), SLICE("gloss"));
}

static bool enters_found(void *context, Slice path) {
  Load *load = context;
  return !config_ignores_folder(configs_look(load->loaded->configs, path_folder(path)), path);
}

static void load_workspace(Load *load, Slice folder) {
  WalkOptions options = {.problem = add_problem,
                         .wants = wants_found,
                         .enters = enters_found,
                         .folder = add_folder,
                         .context = load,
                         .stopped = is_stopped};
  Paths paths = {0};
  Slice root = arena_copy(load->arena, folder);
  walk(root, &options, &paths, load->arena);
  load_walked(load, &paths, root);
  array_free(&paths);
}

// Only what holds in the folders themselves is followed, not what is met on the way to a glossary
// that is named.
static void load_workspaces(Load *load, const Paths *folders) {
  Configs *configs = load->loaded->configs;
  for (size_t i = 0; i < folders->len; i++) load_workspace(load, folders->items[i]);
  for (size_t i = 0, count = configs_count(configs); i < count; i++)
    load_listed(load, configs_at(configs, i));
}

// ---- each file once

typedef struct {
  Slice real; // path without links
  GlossaryFile *file;
} Found;

static bool is_link(const Found *found) {
  return !slice_eq(found->real, found->file->path);
}

static int by_path(const GlossaryFile *a, const GlossaryFile *b) {
  int order = slice_cmp(a->path, b->path);
  return order ? order : (a->root.len > b->root.len) - (a->root.len < b->root.len);
}

// Of the ways to one file the one without links comes first; of the folders it was found from, the
// widest.
static int by_real_path(const void *a, const void *b) {
  const Found *left = a, *right = b;
  int order = slice_cmp(left->real, right->real);
  if (!order) order = is_link(left) - is_link(right);
  return order ? order : by_path(left->file, right->file);
}

static int by_path_of_pointer(const void *a, const void *b) {
  return by_path(*(GlossaryFile *const *)a, *(GlossaryFile *const *)b);
}

// What two gloss.json files name serves all that both are for.
static void widen_root(GlossaryFile *file, Slice root) {
  Slice rest;
  while (file->root.len && !path_below(root, file->root, &rest))
    file->root = file->root.len > 1 ? path_folder(file->root) : (Slice){0};
}

// Keeps a file, and its folder for watching where only a link led to it.
static void keep(Loaded *loaded, const Found *found, Arena *arena) {
  *array_push(&loaded->files) = found->file;
  if (is_link(found)) *array_push(&loaded->folders) = arena_copy(arena, path_folder(found->real));
}

static void sort_once_each(Loaded *loaded, Arena *arena) {
  size_t count = loaded->files.len;
  if (!count) return;
  Found *found = arena_array(arena, Found, count);
  for (size_t i = 0; i < count; i++) {
    GlossaryFile *file = loaded->files.items[i];
    found[i] = (Found){path_real(file->path, arena), file};
  }
  qsort(found, count, sizeof *found, by_real_path);
  loaded->files.len = 0;
  for (size_t i = 0; i < count; i++)
    if (i && slice_eq(found[i - 1].real, found[i].real)) {
      widen_root(loaded->files.items[loaded->files.len - 1], found[i].file->root);
      glossary_file_delete(found[i].file);
    } else
      keep(loaded, &found[i], arena);
  qsort(loaded->files.items, loaded->files.len, sizeof(GlossaryFile *), by_path_of_pointer);
}

// ---- all

static void look_for_configs(Load *load, const Paths *folders) {
  for (size_t i = 0; i < folders->len; i++) configs_look(load->loaded->configs, folders->items[i]);
}

static void look_for_configs_of_files(Load *load) {
  for (size_t i = 0; i < load->loaded->files.len; i++)
    configs_look(load->loaded->configs, path_folder(load->loaded->files.items[i]->path));
}

// Where a gloss.json above the folders, or beside a glossary, was found. Not where none is: to
// watch
// `/tmp` or a home is slow, and full of news that concern nobody here.
static void add_beyond(Load *load) {
  Paths walked = {0};
  const Configs *configs = load->loaded->configs;
  array_append(&walked, load->loaded->folders.items, load->loaded->folders.len);
  paths_sort(&walked);
  for (size_t i = 0; i < configs_count(configs); i++) {
    Slice folder = config_folder(configs_at(configs, i));
    if (!paths_have(&walked, folder))
      *array_push(&load->loaded->beyond) = arena_copy(load->arena, folder);
  }
  array_free(&walked);
}

static void add_builtin(Loaded *loaded) {
  Slice name = slice_of(GLOSSARY_BUILTIN_PATH);
  *array_push(&loaded->files) = glossary_file_new(name, (Slice){0}, glossary_builtin());
}

void library_load(const LibrarySource *source, Loaded *loaded, Arena *arena) {
  Load load = {.loaded = loaded,
               .arena = arena,
               .stopped = source->stopped,
               .root_of_listed_is_empty = source->config.file.len};
  loaded->configs = configs_new(source->config);
  look_for_configs(&load, &source->folders);
  look_for_configs(&load, &source->asked);
  for (size_t i = 0; i < source->paths.len; i++) load_named(&load, source->paths.items[i]);
  if (!source->paths.len) load_workspaces(&load, &source->folders);
  sort_once_each(loaded, arena);
  look_for_configs_of_files(&load);
  add_beyond(&load);
  bool wants_builtin = !loaded->files.len && !source->paths.len && !source->no_builtin;
  if (wants_builtin && !load.any_listed) add_builtin(loaded);
}

void loaded_free(Loaded *self) {
  for (size_t i = 0; i < self->files.len; i++) glossary_file_delete(self->files.items[i]);
  array_free(&self->files);
  array_free(&self->problems);
  array_free(&self->folders);
  array_free(&self->beyond);
  configs_delete(self->configs);
  *self = (Loaded){0};
}

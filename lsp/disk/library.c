#include "library.h"

#include <stdlib.h>

typedef struct {
  Loaded *loaded;
  Arena *arena;
  const atomic_bool *stopped;
} Load;

static bool is_stopped(void *context) {
  const Load *load = context;
  return load->stopped && atomic_load_explicit(load->stopped, memory_order_relaxed);
}

static bool is_glossary(void *context, Slice path) {
  (void)context;
  return glossary_is_named(path);
}

static bool is_ignore_file(Slice name) {
  return slice_eq(name, SLICE(".gitignore")) || slice_eq(name, SLICE(".ignore"));
}

bool library_concerns(Slice path) {
  return glossary_is_named(path) || is_ignore_file(path_name(path)) || path_is_folder(path.ptr);
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

// A file that was listed and has gone since is no problem; one that was named is.
static void load_file(Load *load, Slice path, Slice root, bool is_named) {
  Slice bytes, problem;
  if (!file_read(path.ptr, &bytes, &problem, load->arena)) {
    if (is_named || path_exists(path.ptr)) add_problem(load, path, problem);
    return;
  }
  if (bytes_are_binary(bytes)) {
    add_problem(load, path, SLICE("is binary, not a text"));
    mem_free((char *)bytes.ptr);
    return;
  }
  *array_push(&load->loaded->files) = glossary_file_from(path, root, text_adopt(bytes));
}

// Gives how many glossaries there are, even if they cannot be read.
static size_t load_folder(Load *load, Slice folder, Slice root) {
  WalkOptions options = {add_problem, is_glossary, add_folder, load, is_stopped};
  Paths paths = {0};
  walk(folder, &options, &paths, load->arena);
  for (size_t i = 0; i < paths.len && !is_stopped(load); i++)
    load_file(load, paths.items[i], root, false);
  size_t count = paths.len;
  array_free(&paths);
  return count;
}

static void load_named(Load *load, Slice path) {
  Slice absolute = path_absolute(path, load->arena);
  if (!path_is_folder(absolute.ptr))
    load_file(load, absolute, (Slice){0}, true);
  else if (!load_folder(load, absolute, (Slice){0}))
    add_problem(load, absolute, SLICE("holds no glossary (*.gloss, *.gloss.md, GLOSSARY.md)"));
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
    if (i && slice_eq(found[i - 1].real, found[i].real))
      glossary_file_delete(found[i].file);
    else
      keep(loaded, &found[i], arena);
  qsort(loaded->files.items, loaded->files.len, sizeof(GlossaryFile *), by_path_of_pointer);
}

void library_load(const LibrarySource *source, Loaded *loaded, Arena *arena) {
  Load load = {loaded, arena, source->stopped};
  const Paths *folders = &source->folders;
  for (size_t i = 0; i < source->paths.len; i++) load_named(&load, source->paths.items[i]);
  for (size_t i = 0; i < folders->len && !source->paths.len; i++)
    load_folder(&load, arena_copy(arena, folders->items[i]), arena_copy(arena, folders->items[i]));
  sort_once_each(loaded, arena);
  if (loaded->files.len || source->paths.len || source->no_builtin) return;
  Slice name = slice_of(GLOSSARY_BUILTIN_PATH);
  *array_push(&loaded->files) = glossary_file_new(name, (Slice){0}, glossary_builtin());
}

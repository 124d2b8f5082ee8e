#include "library.h"

#include <stdlib.h>

typedef struct {
  Loaded *loaded;
  Arena *arena;
} Load;

static bool is_glossary(void *context, Slice path) {
  (void)context;
  return glossary_is_named(path);
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

static void load_file(Load *load, Slice path, Slice root) {
  Slice bytes, problem;
  if (!file_read(path.ptr, &bytes, &problem, load->arena)) {
    add_problem(load, path, problem);
    return;
  }
  if (bytes_are_binary(bytes)) {
    add_problem(load, path, SLICE("is binary, not a text"));
    mem_free((char *)bytes.ptr);
    return;
  }
  *array_push(&load->loaded->files) = glossary_file_from(path, root, text_adopt(bytes));
}

static void load_folder(Load *load, Slice folder, Slice root) {
  WalkOptions options = {add_problem, is_glossary, add_folder, load};
  Paths paths = {0};
  walk(folder, &options, &paths, load->arena);
  for (size_t i = 0; i < paths.len; i++) load_file(load, paths.items[i], root);
  array_free(&paths);
}

static void load_named(Load *load, Slice path) {
  Slice absolute = path_absolute(path, load->arena);
  if (path_is_folder(absolute.ptr))
    load_folder(load, absolute, (Slice){0});
  else
    load_file(load, absolute, (Slice){0});
}

// A file found twice counts for the wider of the two places.
static int by_path(const void *a, const void *b) {
  const GlossaryFile *left = *(GlossaryFile *const *)a, *right = *(GlossaryFile *const *)b;
  int order = slice_cmp(left->path, right->path);
  return order ? order : (left->root.len > right->root.len) - (left->root.len < right->root.len);
}

static void sort_once_each(Loaded *loaded) {
  size_t kept = 0;
  if (loaded->files.len)
    qsort(loaded->files.items, loaded->files.len, sizeof(GlossaryFile *), by_path);
  for (size_t i = 0; i < loaded->files.len; i++) {
    GlossaryFile *file = loaded->files.items[i];
    if (kept && slice_eq(loaded->files.items[kept - 1]->path, file->path))
      glossary_file_delete(file);
    else
      loaded->files.items[kept++] = file;
  }
  loaded->files.len = kept;
}

void library_load(const LibrarySource *source, Loaded *loaded, Arena *arena) {
  Load load = {loaded, arena};
  const Paths *folders = &source->folders;
  for (size_t i = 0; i < source->paths.len; i++) load_named(&load, source->paths.items[i]);
  for (size_t i = 0; i < folders->len && !source->paths.len; i++)
    load_folder(&load, arena_copy(arena, folders->items[i]), arena_copy(arena, folders->items[i]));
  sort_once_each(loaded);
  if (loaded->files.len || source->no_builtin) return;
  Slice name = slice_of(GLOSSARY_BUILTIN_PATH);
  *array_push(&loaded->files) = glossary_file_new(name, (Slice){0}, glossary_builtin());
}

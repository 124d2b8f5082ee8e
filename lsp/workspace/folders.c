#include "folders.h"

#include "disk/files.h"
#include "protocol/params.h"
#include "uri.h"

static bool find(const Paths *self, Slice path, size_t *index) {
  for (*index = 0; *index < self->len; ++*index)
    if (slice_eq(self->items[*index], path)) return true;
  return false;
}

static void add(Paths *self, Slice path) {
  size_t index;
  if (!find(self, path, &index)) *array_push(self) = slice_copy(path);
}

static void remove_one(Paths *self, Slice path) {
  size_t index;
  if (!find(self, path, &index)) return;
  slice_free(self->items[index]);
  array_remove(self, index, 1);
}

// Those that are no files are left out.
static void read_folders(const json_t *array, Paths *paths, Arena *arena) {
  for (size_t i = 0; i < json_array_size(array); i++) {
    Slice path = uri_to_path(json_slice_at(json_array_get(array, i), "uri"), arena);
    if (path.len) *array_push(paths) = path_absolute(path, arena);
  }
}

static void each(Paths *self, const json_t *array, void (*visit)(Paths *, Slice)) {
  Arena *arena = arena_new();
  Paths paths = {0};
  read_folders(array, &paths, arena);
  for (size_t i = 0; i < paths.len; i++) visit(self, paths.items[i]);
  array_free(&paths);
  arena_delete(arena);
}

void folders_add(Paths *self, const json_t *array) {
  each(self, array, add);
}

void folders_remove(Paths *self, const json_t *array) {
  each(self, array, remove_one);
}

static void add_root(Paths *self, const json_t *params) {
  Arena *arena = arena_new();
  Slice path = json_at(params, "rootUri") ? uri_to_path(json_slice_at(params, "rootUri"), arena)
                                          : json_slice_at(params, "rootPath");
  if (path.len) add(self, path_absolute(path, arena));
  arena_delete(arena);
}

void folders_add_first(Paths *self, const json_t *params) {
  folders_add(self, json_at(params, "workspaceFolders"));
  if (!self->len) add_root(self, params);
}

Slice folders_widest(const Paths *self, Slice path) {
  Slice widest = {0}, rest;
  for (size_t i = 0; i < self->len; i++) {
    Slice folder = self->items[i];
    if (path_below(path, folder, &rest) && (!widest.len || folder.len < widest.len))
      widest = folder;
  }
  return widest;
}

#include "watched.h"

// The folders that were read, unless the client watches them, those beyond, and those of the files
// that were named: one of these may be missing today.
static Paths folders_to_watch(const Watched *self, const Loaded *loaded, Arena *arena) {
  Paths folders = {0};
  if (self->folders_too) array_append(&folders, loaded->folders.items, loaded->folders.len);
  array_append(&folders, loaded->beyond.items, loaded->beyond.len);
  for (size_t i = 0; i < self->named->len; i++) {
    Slice absolute = path_absolute(self->named->items[i], arena);
    *array_push(&folders) = path_nearest_folder(absolute, arena);
  }
  paths_sort(&folders);
  return folders;
}

// The files that were read, and those that were named.
static Paths files_to_watch(const Watched *self, Arena *arena) {
  Paths files = {0};
  const Store *store = self->store;
  for (size_t i = 0; i < store_file_count(store); i++)
    *array_push(&files) = arena_copy(arena, store_file(store, i)->path);
  for (size_t i = 0; i < self->named->len; i++)
    *array_push(&files) = path_absolute(self->named->items[i], arena);
  paths_sort(&files);
  return files;
}

void watched_follow(const Watched *self, Watch *watch, const Loaded *loaded, uint64_t since) {
  Arena *arena = arena_new();
  Paths folders = folders_to_watch(self, loaded, arena), files = files_to_watch(self, arena);
  watch_follow(watch, &folders, &files, since);
  array_free(&folders);
  array_free(&files);
  arena_delete(arena);
}

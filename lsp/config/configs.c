#include "configs.h"

#include "disk/files.h"

#include <glossary/base/hash.h>
#include <glossary/base/numbering.h>

// No file system has longer paths; a client may.
enum { LONGEST_PATH = 4096 };

struct Configs {
  Arena *arena;
  ConfigChoice choice;
  Array(Config *) read;
  // The folders that were looked into, by the number of their hash, and what holds in each.
  Numbering numbers;
  Array(const Config *) holding;
};

// ---- reading

static const Config *read_file(Configs *self, Slice path) {
  Slice bytes, problem;
  bool fine = file_read(path.ptr, &bytes, &problem, self->arena);
  Config *config = fine ? config_read(path, bytes) : config_unread(path, problem);
  if (fine) mem_free((char *)bytes.ptr);
  *array_push(&self->read) = config;
  return config;
}

Configs *configs_new(ConfigChoice choice) {
  Configs *self = mem_zero(1, sizeof *self);
  self->arena = arena_new();
  self->choice = choice;
  if (choice.file.len && !choice.none) read_file(self, path_absolute(choice.file, self->arena));
  return self;
}

void configs_delete(Configs *self) {
  if (!self) return;
  for (size_t i = 0; i < self->read.len; i++) config_delete(self->read.items[i]);
  array_free(&self->read);
  numbering_free(&self->numbers);
  array_free(&self->holding);
  arena_delete(self->arena);
  mem_free(self);
}

// ---- which one holds

static bool is_chosen(const Configs *self) {
  return self->choice.none || self->choice.file.len;
}

static const Config *chosen(const Configs *self) {
  return self->choice.none ? NULL : self->read.items[0];
}

// A pipe of that name would be waited for.
static const Config *look_around(Configs *self, Slice folder) {
  Slice path = path_join(folder, CONFIG_NAME, self->arena);
  if (path_is_file(path.ptr)) return read_file(self, path);
  bool is_top = folder.len <= 1 || path_exists(path_join(folder, SLICE(".git"), self->arena).ptr);
  return is_top ? NULL : configs_look(self, path_folder(folder));
}

const Config *configs_look(Configs *self, Slice folder) {
  if (is_chosen(self)) return chosen(self);
  if (folder.len > LONGEST_PATH) return NULL;
  uint64_t hash = hash_bytes(folder);
  uint32_t number = numbering_find(&self->numbers, hash);
  if (number != UINT32_MAX) return self->holding.items[number];
  Slice kept = arena_copy(self->arena, folder);
  const Config *config = look_around(self, kept);
  bool is_new;
  numbering_of(&self->numbers, hash, &is_new);
  *array_push(&self->holding) = config;
  return config;
}

const Config *configs_of(const Configs *self, Slice path) {
  if (is_chosen(self)) return chosen(self);
  for (Slice folder = path;; folder = path_folder(folder)) {
    bool fits = folder.len <= LONGEST_PATH;
    uint32_t number = fits ? numbering_find(&self->numbers, hash_bytes(folder)) : UINT32_MAX;
    if (number != UINT32_MAX) return self->holding.items[number];
    if (folder.len <= 1) return NULL;
  }
}

bool configs_know(const Configs *self, Slice folder) {
  return is_chosen(self) || numbering_find(&self->numbers, hash_bytes(folder)) != UINT32_MAX;
}

// ---- all

size_t configs_count(const Configs *self) {
  return self->read.len;
}

Config *configs_at(const Configs *self, size_t index) {
  return self->read.items[index];
}

bool configs_same(const Configs *a, const Configs *b) {
  size_t count = a ? a->read.len : 0;
  if (count != (b ? b->read.len : 0)) return false;
  for (size_t i = 0; i < count; i++)
    if (!config_same(a->read.items[i], b->read.items[i])) return false;
  return true;
}

#include "world.h"

World world_new(void) {
  Store *store = store_new();
  return (World){store, terms_new(store), arena_new()};
}

void world_free(World *self) {
  terms_delete(self->terms);
  store_delete(self->store);
  arena_delete(self->arena);
}

int world_set_up(void **state) {
  World *self = mem_alloc(sizeof *self);
  *self = world_new();
  *state = self;
  return 0;
}

int world_tear_down(void **state) {
  world_free(*state);
  mem_free(*state);
  return 0;
}

void world_put(World *self, const char *path, const char *root, const char *bytes) {
  GlossaryFile *file = glossary_file_new(slice_of(path), slice_of(root), slice_of(bytes));
  StoreChange change = store_put(self->store, file);
  store_change_free(&change);
}

// World: a store with its terms, for tests that ask questions of whole glossaries.
#pragma once

#include <glossary/match/query.h>

typedef struct {
  Store *store;
  Terms *terms;
  Arena *arena;
} World;

World world_new(void);
void world_free(World *self);

// The same for cmocka: makes `*state` an empty world, and ends it.
int world_set_up(void **state);
int world_tear_down(void **state);

// Puts a glossary with these bytes into the store, in the place of the one with this path.
void world_put(World *self, const char *path, const char *root, const char *bytes);

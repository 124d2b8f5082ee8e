#include "census.h"

#include "../../base/numbering.h"

typedef struct {
  CensusWay *items;
  uint32_t count;
} Ways;

struct Census {
  Numbering keys;
  Array(Ways) ways; // by the number of the key
  Arena *arena;     // for texts and ways
};

Census *census_new(void) {
  Census *self = mem_alloc(sizeof *self);
  *self = (Census){.arena = arena_new()};
  return self;
}

void census_delete(Census *self) {
  if (!self) return;
  numbering_free(&self->keys);
  array_free(&self->ways);
  arena_delete(self->arena);
  mem_free(self);
}

// --- counting ---

const CensusWay *census_ways(const Census *self, uint64_t key, uint32_t *count) {
  uint32_t number = numbering_find(&self->keys, key);
  *count = number == UINT32_MAX ? 0 : self->ways.items[number].count;
  return *count ? self->ways.items[number].items : NULL;
}

static CensusWay *way_of(Ways *ways, uint32_t kind) {
  for (uint32_t i = 0; i < ways->count; i++)
    if (ways->items[i].kind == kind) return &ways->items[i];
  return NULL;
}

static Ways *ways_of(Census *self, uint64_t key) {
  bool is_new;
  uint32_t number = numbering_of(&self->keys, key, &is_new);
  if (is_new) *array_push(&self->ways) = (Ways){0};
  return &self->ways.items[number];
}

// Most things are written in one way only, so the ways of a key grow one by one.
static CensusWay *add_way(Census *self, Ways *ways, uint32_t kind, Slice text) {
  if (ways->count == CENSUS_WAYS_MAX) return NULL;
  CensusWay *items = arena_array(self->arena, CensusWay, ways->count + 1);
  if (ways->count) memcpy(items, ways->items, ways->count * sizeof *items);
  items[ways->count] = (CensusWay){kind, 0, arena_copy(self->arena, text)};
  ways->items = items;
  return &items[ways->count++];
}

void census_count(Census *self, uint64_t key, uint32_t kind, Slice text) {
  Ways *ways = ways_of(self, key);
  CensusWay *way = way_of(ways, kind);
  if (!way) way = add_way(self, ways, kind, text);
  if (way) way->count++;
}

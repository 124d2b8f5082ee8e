#include "numbering.h"

void numbering_free(Numbering *self) {
  array_free(&self->hashes);
  mem_free(self->places);
  *self = (Numbering){0};
}

static uint32_t *place_of(const Numbering *self, uint64_t hash) {
  size_t mask = self->size - 1;
  for (size_t i = (hash ^ hash >> 32) & mask;; i = (i + 1) & mask) {
    uint32_t *place = &self->places[i];
    if (!*place || self->hashes.items[*place - 1] == hash) return place;
  }
}

static void grow(Numbering *self) {
  mem_free(self->places);
  self->size = self->size ? self->size * 2 : 64;
  self->places = mem_zero(self->size, sizeof *self->places);
  for (uint32_t i = 0; i < self->hashes.len; i++) *place_of(self, self->hashes.items[i]) = i + 1;
}

uint32_t numbering_of(Numbering *self, uint64_t hash, bool *is_new) {
  if ((self->hashes.len + 1) * 2 > self->size) grow(self);
  uint32_t *place = place_of(self, hash);
  *is_new = !*place;
  if (*is_new) {
    *array_push(&self->hashes) = hash;
    *place = (uint32_t)self->hashes.len;
  }
  return *place - 1;
}

uint32_t numbering_find(const Numbering *self, uint64_t hash) {
  return self->size ? *place_of(self, hash) - 1 : UINT32_MAX;
}

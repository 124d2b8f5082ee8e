#include "sharers.h"

// The place of the first id that is not below `id`.
static uint32_t place_of_id(const Sharers *self, uint32_t id) {
  uint32_t low = 0, high = self->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (sharers_ids(self)[middle] < id)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

void sharers_add(Sharers *self, uint32_t id) {
  uint32_t at = place_of_id(self, id);
  if (self->count) {
    uint32_t *ids = mem_alloc((self->count + 1) * sizeof *ids);
    memcpy(ids, sharers_ids(self), at * sizeof *ids);
    memcpy(ids + at + 1, sharers_ids(self) + at, (self->count - at) * sizeof *ids);
    mem_free(self->ids);
    self->ids = ids;
    ids[at] = id;
  } else {
    self->one = id;
  }
  self->count++;
}

void sharers_remove(Sharers *self, uint32_t id) {
  uint32_t at = place_of_id(self, id);
  self->count--;
  if (!self->ids) return;
  memmove(self->ids + at, self->ids + at + 1, (self->count - at) * sizeof *self->ids);
  if (self->count > 1) return;
  self->one = self->ids[0];
  mem_free(self->ids);
  self->ids = NULL;
}

void sharers_free(Sharers *self) {
  mem_free(self->ids);
  *self = (Sharers){0};
}

// Sharers: the entries that have something in common, most often only one.
#pragma once

#include "../base/array.h"
#include <stdint.h>

// Ids, ascending. One alone needs no memory of its own.
typedef struct {
  uint32_t *ids; // NULL while there is one at most
  uint32_t one, count;
} Sharers;

static inline const uint32_t *sharers_ids(const Sharers *self) {
  return self->ids ? self->ids : &self->one;
}

void sharers_add(Sharers *self, uint32_t id);    // one that is not there
void sharers_remove(Sharers *self, uint32_t id); // one that is
void sharers_free(Sharers *self);

// Numbering: numbers from 0 for hashes, in the order in which they come. For tables whose rows are
// found by a hash that is taken for the thing itself.
#pragma once

#include "array.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct {
  Array(uint64_t) hashes; // by number
  uint32_t *places;       // open addressing: number + 1, or 0
  size_t size;            // a power of two, or 0
} Numbering;

void numbering_free(Numbering *self);

// The number of `hash`; `*is_new`: it had none before.
uint32_t numbering_of(Numbering *self, uint64_t hash, bool *is_new);

// UINT32_MAX when it has none.
uint32_t numbering_find(const Numbering *self, uint64_t hash);

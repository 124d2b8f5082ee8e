// Dice: numbers that look like chance and are the same on every machine, so that what is made from
// them is too.
#pragma once

#include <stdint.h>

// Marsaglia's xorshift. The seed is any number but 0.
static inline uint32_t dice_next(uint64_t *seed) {
  *seed ^= *seed << 13;
  *seed ^= *seed >> 7;
  *seed ^= *seed << 17;
  return (uint32_t)(*seed >> 32);
}

// From 0 to `sides` - 1.
static inline uint32_t dice_below(uint64_t *seed, uint32_t sides) {
  return dice_next(seed) % sides;
}

// Random: numbers that repeat. A seed gives the same test on every machine, so a failure that names
// its seed can be had again.
#pragma once

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static inline uint32_t random_next(uint32_t *seed) {
  *seed = *seed * 1664525u + 1013904223u;
  return *seed >> 8; // the low bits of such a generator hardly change
}

// The seed to begin with. It is a fixed one, so that a change is judged by what it changed and not
// by the hour; SEED=n takes another one, SEED=new one that no run had before.
static inline uint32_t random_seed(void) {
  const char *given = getenv("SEED");
  if (!given) return 20261;
  return strcmp(given, "new") ? (uint32_t)strtoul(given, NULL, 10) : (uint32_t)time(NULL);
}

// From 0 to `n` - 1.
static inline uint32_t random_from(uint32_t *seed, uint32_t n) {
  return random_next(seed) % n;
}

// For tests with one sequence at a time: set the state to the seed, then ask.
static uint32_t random_state __attribute__((unused));

static inline uint32_t random_below(uint32_t n) {
  return random_from(&random_state, n);
}

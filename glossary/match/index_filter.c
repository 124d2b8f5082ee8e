#include "index_impl.h"

enum { BITS_PER_PATH = 16 }; // at most; half as many at least

static uint64_t rotate_left(uint64_t word, uint64_t by) {
  return rotate_right(word, -by);
}

static void add(Filter *self, PathFact fact) {
  self->words[(uint32_t)(fact.path >> 32) & self->mask] |=
      rotate_left(fact.fact, fact.path) | rotate_left(fact.fact, fact.path >> 6);
}

static Filter sized_for(size_t paths) {
  size_t words = 1;
  while (words * 64 < paths * BITS_PER_PATH) words *= 2;
  return (Filter){mem_zero(words, sizeof(uint64_t)), (uint32_t)(words - 1)};
}

static bool is_sparse(const Filter *self) {
  enum { FULL = 16 }; // bits of a word, on average
  size_t bits = 0, words = (size_t)self->mask + 1;
  for (size_t i = 0; i < words; i++) bits += (size_t)__builtin_popcountll(self->words[i]);
  return words > 1 && bits < words * FULL / 2;
}

// Half as many words: each takes in the one that differs in the highest bit of its place only.
static void fold_once(Filter *self) {
  uint32_t half = (self->mask + 1) / 2;
  for (uint32_t i = 0; i < half; i++) self->words[i] |= self->words[half + i];
  self->mask = half - 1;
}

// Many paths come again and again, so how many there are is known only when all are in.
Filter filter_new(const PathFact *facts, size_t count) {
  Filter self = sized_for(count);
  for (size_t i = 0; i < count; i++) add(&self, facts[i]);
  while (is_sparse(&self)) fold_once(&self);
  self.words = mem_realloc(self.words, ((size_t)self.mask + 1) * sizeof *self.words);
  return self;
}

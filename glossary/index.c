#include "index_impl.h"

Index *index_retain(Index *self) {
  atomic_fetch_add_explicit(&self->references, 1, memory_order_relaxed);
  return self;
}

void index_release(Index *self) {
  if (!self || atomic_fetch_sub_explicit(&self->references, 1, memory_order_acq_rel) > 1) return;
  mem_free(self->patterns);
  mem_free(self->pool);
  mem_free(self->edges);
  mem_free(self->filter);
  mem_free(self->first_end);
  mem_free(self->ends);
  mem_free(atomic_load(&self->sorted));
  mem_free(self);
}

uint32_t index_depth(const Index *self) {
  return self->depth;
}

size_t index_bytes(const Index *self) {
  size_t sorted = atomic_load(&self->sorted) ? self->pattern_count * sizeof(uint32_t) : 0;
  return sizeof *self + self->pool_size + sorted + self->pattern_count * sizeof(Pattern) +
         ((size_t)self->edge_mask + 1) * sizeof(Edge) +
         filter_words(self->edge_mask) * sizeof(uint64_t) +
         ((size_t)self->node_count + 1) * sizeof(uint32_t) +
         self->first_end[self->node_count] * sizeof(PathEnd);
}

#include "index_impl.h"

Index *index_retain(Index *self) {
  atomic_fetch_add_explicit(&self->references, 1, memory_order_relaxed);
  return self;
}

void index_release(Index *self) {
  if (!self || atomic_fetch_sub_explicit(&self->references, 1, memory_order_acq_rel) > 1) return;
  mem_free(self->patterns);
  mem_free(self->pool);
  mem_free(self->roots.words);
  mem_free(self->rest.words);
  mem_free(self->paths);
  mem_free(self->first_path);
  lexicon_delete(atomic_load(&self->lexicon));
  mem_free(self);
}

uint32_t index_depth(const Index *self) {
  return self->depth;
}

#include "index_impl.h"

void index_delete(Index *self) {
  if (!self) return;
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

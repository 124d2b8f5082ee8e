#include "seen.h"

#include <stdlib.h>

static void free_array(SeenArray *self) {
  for (size_t i = 0; i < self->len; i++) slice_free(self->items[i].path);
  array_free(self);
}

static int by_path(const void *a, const void *b) {
  return slice_cmp(((const Seen *)a)->path, ((const Seen *)b)->path);
}

static void sort(SeenArray *self) {
  if (self->len) qsort(self->items, self->len, sizeof *self->items, by_path);
}

// Among the first `count`, which ascend.
static const Seen *find(const SeenArray *self, size_t count, Slice path) {
  Seen wanted = {.path = path};
  return count ? bsearch(&wanted, self->items, count, sizeof wanted, by_path) : NULL;
}

const Seen *seen_before(const SeenFiles *self, const ListedFile *listed, Basis basis) {
  const Seen *seen = find(&self->before, self->before.len, listed->path);
  bool same = seen && seen->size == listed->size && seen->changed_at == listed->changed_at;
  return same && basis_eq(seen->basis, basis) ? seen : NULL;
}

void seen_remember(SeenFiles *self, const ListedFile *listed, Basis basis, uint64_t digest,
                   bool clean) {
  *array_push(&self->now) =
      (Seen){slice_copy(listed->path), listed->size, listed->changed_at, basis, digest, clean};
}

static void take_over_missing(SeenFiles *self) {
  sort(&self->now);
  size_t sorted = self->now.len;
  for (size_t i = 0; i < self->before.len; i++) {
    Seen *old = &self->before.items[i];
    if (find(&self->now, sorted, old->path)) continue;
    *array_push(&self->now) = *old;
    old->path = (Slice){0};
  }
}

void seen_end(SeenFiles *self, bool complete) {
  if (!complete) take_over_missing(self);
  sort(&self->now);
  free_array(&self->before);
  self->before = self->now;
  self->now = (SeenArray){0};
}

void seen_free(SeenFiles *self) {
  free_array(&self->before);
  free_array(&self->now);
}

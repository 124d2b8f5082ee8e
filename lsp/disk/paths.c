#include "paths.h"

#include <stdlib.h>

static int compare(const void *a, const void *b) {
  return slice_cmp(*(const Slice *)a, *(const Slice *)b);
}

void paths_sort(Paths *self) {
  size_t kept = 0;
  if (self->len) qsort(self->items, self->len, sizeof *self->items, compare);
  for (size_t i = 0; i < self->len; i++)
    if (!kept || !slice_eq(self->items[kept - 1], self->items[i]))
      self->items[kept++] = self->items[i];
  self->len = kept;
}

bool paths_have(const Paths *self, Slice path) {
  return self->len && bsearch(&path, self->items, self->len, sizeof path, compare);
}

bool paths_include(const Paths *self, Slice path) {
  for (size_t i = 0; i < self->len; i++)
    if (slice_eq(self->items[i], path)) return true;
  return false;
}

Slice slice_copy(Slice bytes) {
  char *copy = mem_alloc(bytes.len + 1);
  if (bytes.len) memcpy(copy, bytes.ptr, bytes.len);
  copy[bytes.len] = '\0';
  return slice_new(copy, bytes.len);
}

void slice_free(Slice copy) {
  mem_free((char *)copy.ptr);
}

void paths_add_copies(Paths *self, const Paths *from) {
  for (size_t i = 0; i < from->len; i++) *array_push(self) = slice_copy(from->items[i]);
}

void paths_free_copies(Paths *self) {
  for (size_t i = 0; i < self->len; i++) slice_free(self->items[i]);
  array_free(self);
}

#include "measure.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void series_add(Series *self, uint64_t nanoseconds) {
  if (self->len == self->cap) {
    self->cap = self->cap ? self->cap * 2 : 256;
    self->items = realloc(self->items, self->cap * sizeof *self->items);
    if (!self->items) abort();
  }
  self->items[self->len++] = nanoseconds;
}

void series_free(Series *self) {
  free(self->items);
  *self = (Series){0};
}

static int ascending(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

double series_at(Series *self, double share) {
  if (!self->len) return 0;
  qsort(self->items, self->len, sizeof *self->items, ascending);
  size_t at = (size_t)(share * (double)self->len);
  return (double)self->items[at < self->len ? at : self->len - 1] / 1e6;
}

void table_section(const char *title) {
  printf("\n%s\n  %-58s %12s %14s\n", title, "", "measured", "at most");
}

void table_baseline(const char *name, double value, const char *unit) {
  printf("  %-58s %9.3f %-2s       baseline\n", name, value, unit);
}

void table_row(const char *name, double value, const char *unit, double limit) {
  printf("  %-58s %9.3f %-2s %11.3f %-2s %s\n", name, value, unit, limit, unit,
         value <= limit ? "pass" : "MISS");
  fflush(stdout);
}

void table_note(const char *format, ...) {
  va_list args;
  va_start(args, format);
  printf("  ");
  vprintf(format, args);
  printf("\n");
  va_end(args);
}

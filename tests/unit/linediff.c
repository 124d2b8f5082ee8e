#include "linediff.h"

#include <glossary/base/array.h>
#include <glossary/line.h>

typedef Array(Slice) Lines;

static Lines lines_of(Slice text) {
  Lines lines = {0};
  while (text.len) *array_push(&lines) = line_next(&text);
  return lines;
}

// How many lines the rests from `i` and from `j` on have in common, in the same order.
typedef struct {
  Lines old, now;
  uint32_t *common;
} Table;

static uint32_t *common_from(const Table *self, size_t i, size_t j) {
  return &self->common[i * (self->now.len + 1) + j];
}

static bool same_line(const Table *self, size_t i, size_t j) {
  return i < self->old.len && j < self->now.len && slice_eq(self->old.items[i], self->now.items[j]);
}

static void fill(Table *self) {
  self->common = mem_zero((self->old.len + 1) * (self->now.len + 1), sizeof *self->common);
  for (size_t i = self->old.len; i-- > 0;)
    for (size_t j = self->now.len; j-- > 0;) {
      uint32_t without_old = *common_from(self, i + 1, j),
               without_now = *common_from(self, i, j + 1);
      uint32_t best = without_old > without_now ? without_old : without_now;
      *common_from(self, i, j) =
          same_line(self, i, j) ? *common_from(self, i + 1, j + 1) + 1 : best;
    }
}

void line_diff(Slice old, Slice now, LineChange *change, void *context) {
  Table table = {.old = lines_of(old), .now = lines_of(now)};
  fill(&table);
  for (size_t i = 0, j = 0; i < table.old.len || j < table.now.len;) {
    bool same = same_line(&table, i, j);
    bool gone =
        !same && i < table.old.len &&
        (j == table.now.len || *common_from(&table, i + 1, j) >= *common_from(&table, i, j + 1));
    if (!same) change(context, !gone, gone ? table.old.items[i] : table.now.items[j]);
    i += same || gone;
    j += same || !gone;
  }
  mem_free(table.common);
  array_free(&table.old);
  array_free(&table.now);
}

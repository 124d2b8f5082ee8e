#include "index_matches.h"

#include "../words/spelling.h"

#include <stdlib.h>

static int compare(uint32_t a, uint32_t b) {
  return (a > b) - (a < b);
}

static int by_place(const Match *a, const Match *b) {
  int order = compare(a->range.start, b->range.start);
  return order ? order : compare(b->range.end, a->range.end);
}

static int by_form(const Match *a, const Match *b) {
  int order = compare(a->entry, b->entry);
  return order ? order : slice_cmp(a->form, b->form);
}

static int in_order(const void *left, const void *right) {
  int order = by_place(left, right);
  if (!order) order = compare(((const Match *)left)->rank, ((const Match *)right)->rank);
  return order ? order : by_form(left, right);
}

static int form_by_form(const void *left, const void *right) {
  int order = by_place(left, right);
  if (!order) order = by_form(left, right);
  return order ? order : compare(((const Match *)left)->rank, ((const Match *)right)->rank);
}

static void sort(Matches *self, size_t first, int (*order)(const void *, const void *)) {
  if (self->len - first > 1)
    qsort(self->items + first, self->len - first, sizeof *self->items, order);
}

static bool is_again(const Match *match, const Match *before) {
  return by_place(match, before) == 0 && match->entry == before->entry &&
         match->form.ptr == before->form.ptr;
}

// A form may have been found by several paths; the closest one counts.
static void drop_repeated(Matches *self, size_t first) {
  size_t kept = first;
  sort(self, first, form_by_form);
  for (size_t i = first; i < self->len; i++)
    if (kept == first || !is_again(&self->items[i], &self->items[kept - 1]))
      self->items[kept++] = self->items[i];
  self->len = kept;
}

// `best` is the first with the same range.
static bool is_outdone(const Match *match, const Match *best) {
  return match->rank == RANK_SPELLING && best->rank < RANK_SPELLING;
}

static void drop_outdone(Matches *self, size_t first) {
  size_t kept = first;
  Match best = {0};
  for (size_t i = first; i < self->len; i++) {
    Match match = self->items[i];
    if (i == first || by_place(&best, &match) != 0) best = match;
    if (!is_outdone(&match, &best)) self->items[kept++] = match;
  }
  self->len = kept;
}

void matches_settle(Matches *self, size_t first) {
  drop_repeated(self, first);
  sort(self, first, in_order);
  drop_outdone(self, first);
}

void matches_keep_longest(Matches *self, size_t first) {
  size_t kept = first;
  for (size_t i = first; i < self->len; i++) {
    const Match *last = kept > first ? &self->items[kept - 1] : NULL;
    Match match = self->items[i];
    if (!last || match.range.start >= last->range.end || by_place(last, &match) == 0)
      self->items[kept++] = match;
  }
  self->len = kept;
}

static void drop_overlapping(Matches *self, const Matches *others, size_t first) {
  size_t kept = 0, next = first;
  for (size_t i = 0; i < self->len; i++) {
    Match match = self->items[i];
    while (next < others->len && others->items[next].range.end <= match.range.start) next++;
    bool overlaps = next < others->len && others->items[next].range.start < match.range.end;
    if (!overlaps) self->items[kept++] = match;
  }
  self->len = kept;
}

void matches_fill_in(Matches *self, size_t first, Matches *others) {
  drop_overlapping(others, self, first);
  matches_keep_longest(others, 0);
  size_t own = self->len, rest = others->len;
  array_reserve(self, rest);
  self->len += rest;
  while (rest) {
    bool own_last = own > first && by_place(&self->items[own - 1], &others->items[rest - 1]) > 0;
    self->items[own + rest - 1] = own_last ? self->items[own - 1] : others->items[rest - 1];
    *(own_last ? &own : &rest) -= 1;
  }
}

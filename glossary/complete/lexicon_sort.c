// Names are compared eight letters at a time: all heads of a range are read, the range is sorted by
// them as numbers, and each run of equal ones becomes a range of its own for the next eight.
#include "lexicon_sort.h"

#include "../base/array.h"

enum { FEW = 48, HEAD_BYTES = sizeof(uint64_t), DIGITS = 256 };

typedef struct {
  size_t start, count;
} Span;

typedef Array(Span) Spans;

static void read_head(SortItem *item, const char *names) {
  const char *at = names + item->at;
  uint64_t head = 0;
  for (int i = 0; i < HEAD_BYTES; i++) {
    while (*at == ' ') at++;
    head = head << 8 | (uint8_t)*at;
    at += *at != '\0';
  }
  item->head = head;
  item->at = (uint32_t)(at - names);
}

// A name of less than eight letters ends in zeros.
static bool is_at_end(uint64_t head) {
  return !(head & 0xFF);
}

static void sort_few(SortItem *items, size_t count) {
  for (size_t i = 1; i < count; i++) {
    SortItem item = items[i];
    size_t at = i;
    for (; at > 0 && items[at - 1].head > item.head; at--) items[at] = items[at - 1];
    items[at] = item;
  }
}

static uint8_t digit(const SortItem *item, int place) {
  return (uint8_t)(item->head >> (8 * place));
}

// Moves the items in the order of one byte of their heads. False: all have the same there.
static bool sort_by_digit(const SortItem *items, size_t count, int place, SortItem *out) {
  size_t next[DIGITS] = {0}, start = 0;
  for (size_t i = 0; i < count; i++) next[digit(&items[i], place)]++;
  if (next[digit(&items[0], place)] == count) return false;
  for (int i = 0; i < DIGITS; i++) {
    size_t len = next[i];
    next[i] = start;
    start += len;
  }
  for (size_t i = 0; i < count; i++) out[next[digit(&items[i], place)]++] = items[i];
  return true;
}

static void sort_many(SortItem *items, size_t count, SortItem *spare) {
  SortItem *from = items, *to = spare;
  for (int place = 0; place < HEAD_BYTES; place++) {
    if (!sort_by_digit(from, count, place, to)) continue;
    SortItem *sorted = to;
    to = from;
    from = sorted;
  }
  if (from != items) memcpy(items, from, count * sizeof *items);
}

static void open_runs(const SortItem *items, Span span, Spans *open) {
  for (size_t i = span.start, end = span.start + span.count, run; i < end; i += run) {
    run = 1;
    while (i + run < end && items[i + run].head == items[i].head) run++;
    if (run > 1 && !is_at_end(items[i].head)) *array_push(open) = (Span){i, run};
  }
}

void lexicon_sort(SortItem *items, size_t count, const char *names) {
  SortItem *spare = mem_alloc(count * sizeof *spare);
  Spans open = {0};
  *array_push(&open) = (Span){0, count};
  while (open.len) {
    Span span = open.items[--open.len];
    for (size_t i = 0; i < span.count; i++) read_head(&items[span.start + i], names);
    if (span.count <= FEW)
      sort_few(items + span.start, span.count);
    else
      sort_many(items + span.start, span.count, spare);
    open_runs(items, span, &open);
  }
  array_free(&open);
  mem_free(spare);
}

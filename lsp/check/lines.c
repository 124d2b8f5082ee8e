#include "lines.h"
#include <glossary/base/hunks.h>

#include <stdlib.h>

void lines_add(LineSpans *self, LineSpan span) {
  LineSpan *last = self->len ? &self->items[self->len - 1] : NULL;
  if (span.first == span.end) return;
  if (!last || last->end < span.first)
    *array_push(self) = span;
  else if (last->end < span.end)
    last->end = span.end;
}

static int by_first(const void *a, const void *b) {
  const LineSpan *left = a, *right = b;
  return (left->first > right->first) - (left->first < right->first);
}

void lines_sort(LineSpans *self) {
  LineSpans sorted = {0};
  if (self->len) qsort(self->items, self->len, sizeof *self->items, by_first);
  for (size_t i = 0; i < self->len; i++) lines_add(&sorted, self->items[i]);
  array_free(self);
  *self = sorted;
}

Ranges lines_ranges(const LineSpans *self, Slice text) {
  Ranges ranges = {0};
  Slice rest = text;
  uint32_t line = 0;
  for (size_t i = 0; i < self->len && rest.len; i++) {
    Range range = {0};
    for (; line < self->items[i].end && rest.len; line++) {
      const char *end = memchr(rest.ptr, '\n', rest.len);
      size_t len = end ? (size_t)(end + 1 - rest.ptr) : rest.len;
      if (line == self->items[i].first) range.start = (uint32_t)(rest.ptr - text.ptr);
      rest = slice_from(rest, len);
      range.end = (uint32_t)(text.len - rest.len);
    }
    if (line > self->items[i].first) *array_push(&ranges) = range;
  }
  // What is missing at the end of the text is missed in its last line.
  if (ranges.len && ranges.items[ranges.len - 1].end == text.len)
    ranges.items[ranges.len - 1].end++;
  return ranges;
}

bool ranges_touch(const Ranges *self, Range range) {
  size_t low = 0, high = self->len;
  while (low < high) { // the first that ends behind the start of `range`
    size_t middle = (low + high) / 2;
    if (self->items[middle].end <= range.start)
      low = middle + 1;
    else
      high = middle;
  }
  uint32_t end = range.end > range.start ? range.end : range.start + 1;
  return low < self->len && self->items[low].start < end;
}

// The part of the spans that lies in lines [from, to), moved by `shift`. `next`: those before it
// end before `from`.
static void follow_unchanged(const LineSpans *self, size_t *next, uint32_t from, uint32_t to,
                             int64_t shift, LineSpans *out) {
  while (*next < self->len && self->items[*next].end <= from) ++*next;
  for (size_t i = *next; i < self->len && self->items[i].first < to; i++) {
    LineSpan span = self->items[i];
    if (span.first < from) span.first = from;
    if (span.end > to) span.end = to;
    lines_add(out, (LineSpan){(uint32_t)(span.first + shift), (uint32_t)(span.end + shift)});
  }
}

LineSpans lines_follow(const LineSpans *self, Slice before, Slice after) {
  Lines old = lines_of(before), now = lines_of(after);
  Hunks hunks = hunks_between(&old, &now);
  LineSpans followed = {0};
  uint32_t from = 0;
  size_t next = 0;
  int64_t shift = 0;
  for (size_t i = 0; i < hunks.len; i++) {
    Hunk hunk = hunks.items[i];
    follow_unchanged(self, &next, from, hunk.old_start, shift, &followed);
    lines_add(&followed, (LineSpan){hunk.new_start, hunk.new_end});
    from = hunk.old_end;
    shift = (int64_t)hunk.new_end - hunk.old_end;
  }
  follow_unchanged(self, &next, from, UINT32_MAX / 2, shift, &followed);
  array_free(&old);
  array_free(&now);
  array_free(&hunks);
  return followed;
}

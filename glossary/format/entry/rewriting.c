#include "rewriting.h"

#include "../../base/hunks.h"
#include "../../line.h"

// How many bytes at the start are the same, up to a line's start in both.
static uint32_t same_start(Slice a, Slice b) {
  uint32_t len = 0, lines = 0;
  for (; len < a.len && len < b.len && a.ptr[len] == b.ptr[len]; len++)
    if (a.ptr[len] == '\n') lines = len + 1;
  return lines;
}

// Lines that may end in any way.
static Lines lines_with_ends(Slice text) {
  Lines lines = {0};
  for (Slice rest = text; rest.len;) {
    const char *start = rest.ptr;
    line_next(&rest);
    *array_push(&lines) = slice_new(start, (size_t)(rest.ptr - start));
  }
  return lines;
}

// Where lines [from, to) stand in `whole`.
static Range lines_range(const Lines *lines, uint32_t from, uint32_t to, Slice whole) {
  uint32_t end = (uint32_t)whole.len;
  uint32_t start = from < lines->len ? range_of(whole, lines->items[from]).start : end;
  return (Range){start, to < lines->len ? range_of(whole, lines->items[to]).start : end};
}

void rewrite(Rewriting *self, Range range, Slice text) {
  Slice old = text_slice(self->text, range);
  if (slice_eq(old, text)) return;
  uint32_t same = same_start(old, text);
  range.start += same;
  old = slice_from(old, same);
  text = arena_copy(self->arena, slice_from(text, same));
  Lines before = lines_with_ends(old), after = lines_with_ends(text);
  Hunks hunks = hunks_between(&before, &after);
  for (size_t i = 0; i < hunks.len; i++) {
    Hunk hunk = hunks.items[i];
    Range gone = lines_range(&before, hunk.old_start, hunk.old_end, old);
    Range new = lines_range(&after, hunk.new_start, hunk.new_end, text);
    *array_push(&self->edits) = (Edit){range_shift(gone, range.start), slice_range(text, new)};
  }
  array_free(&before);
  array_free(&after);
  array_free(&hunks);
}

Edits rewriting_finish(Rewriting *self) {
  Edits edits = {arena_array(self->arena, Edit, self->edits.len), self->edits.len};
  if (edits.count) memcpy(edits.items, self->edits.items, edits.count * sizeof *edits.items);
  array_free(&self->edits);
  return edits;
}

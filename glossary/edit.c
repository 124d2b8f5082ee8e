#include "edit.h"

Slice edits_apply(const Edit *edits, size_t count, Slice text, Arena *arena) {
  size_t len = text.len;
  for (size_t i = 0; i < count; i++) len += edits[i].text.len; // at most
  char *out = arena_alloc(arena, len);
  size_t at = 0, done = 0;
  for (size_t i = 0; i <= count; i++) {
    size_t kept = (i < count ? edits[i].range.start : text.len) - done;
    if (kept) memcpy(out + at, text.ptr + done, kept);
    at += kept;
    if (i == count) break;
    if (edits[i].text.len) memcpy(out + at, edits[i].text.ptr, edits[i].text.len);
    at += edits[i].text.len;
    done = edits[i].range.end;
  }
  return slice_new(out, at);
}

// --- one after the other ---

// What stands between two places of the text in the middle, as one edit of the first text.
typedef struct {
  Range middle; // where it stands there
  size_t first, first_end;
  size_t second, second_end;
} Knot;

// The edits of both that touch each other, from the next one on. `moved`: by how much what follows
// the edits of `first` before these has moved.
static Knot next_knot(const Edits *first, size_t i, int64_t moved, const Edits *second, size_t j) {
  Knot knot = {{UINT32_MAX, 0}, i, i, j, j};
  for (bool grown = true; grown;) {
    bool has_first = knot.first_end < first->count, has_second = knot.second_end < second->count;
    const Edit *a = &first->items[knot.first_end], *b = &second->items[knot.second_end];
    int64_t start = has_first ? (int64_t)a->range.start + moved : INT64_MAX;
    int64_t other = has_second ? (int64_t)b->range.start : INT64_MAX;
    bool empty = knot.middle.start == UINT32_MAX;
    bool takes_first = has_first && start <= other;
    int64_t next = takes_first ? start : other;
    grown = (has_first || has_second) && (empty || next <= (int64_t)knot.middle.end);
    if (!grown) break;
    int64_t end = takes_first ? start + (int64_t)a->text.len : (int64_t)b->range.end;
    if (empty) knot.middle.start = (uint32_t)next;
    if (end > (int64_t)knot.middle.end) knot.middle.end = (uint32_t)end;
    if (takes_first) moved += (int64_t)a->text.len - range_len(a->range);
    knot.first_end += takes_first;
    knot.second_end += !takes_first;
  }
  return knot;
}

static Slice knot_text(const Knot *knot, const Edits *second, Slice middle, Arena *arena) {
  size_t count = knot->second_end - knot->second;
  Edit *edits = arena_array(arena, Edit, count);
  for (size_t i = 0; i < count; i++) {
    edits[i] = second->items[knot->second + i];
    edits[i].range.start -= knot->middle.start;
    edits[i].range.end -= knot->middle.start;
  }
  return edits_apply(edits, count, slice_range(middle, knot->middle), arena);
}

Edits edits_compose(const Edits *first, const Edits *second, Slice middle, Arena *arena) {
  Edits result = {arena_array(arena, Edit, first->count + second->count), 0};
  int64_t moved = 0;
  for (size_t i = 0, j = 0; i < first->count || j < second->count;) {
    Knot knot = next_knot(first, i, moved, second, j);
    uint32_t start = (uint32_t)(knot.middle.start - moved);
    for (; i < knot.first_end; i++)
      moved += (int64_t)first->items[i].text.len - range_len(first->items[i].range);
    j = knot.second_end;
    uint32_t end = (uint32_t)(knot.middle.end - moved);
    result.items[result.count++] = (Edit){{start, end}, knot_text(&knot, second, middle, arena)};
  }
  return result;
}

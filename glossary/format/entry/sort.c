#include "sort.h"

#include "../../line.h"
#include "../../lint/order.h"

#include <stdlib.h>

// An entry with the comments above it.
typedef struct {
  OrderKey key;   // one without a name goes with the one before it
  uint32_t place; // which piece
  bool is_pinned; // nothing moves across it
} Unit;

typedef Array(Unit) Units;

static Slice tail_above(const Composed *composed, uint32_t place) {
  return place ? composed[place - 1].tail : (Slice){0};
}

static Slice last_line(Slice text) {
  text = slice_trim(text);
  size_t start = text.len;
  while (start && !byte_is_line_end(text.ptr[start - 1])) start--;
  return slice_from(text, start);
}

// Whether its last line holds a comment about the heading below it.
static bool holds_on_to_next(Slice core) {
  return has_next_line_remark(last_line(core));
}

static bool is_pinned(const Pieces *pieces, const Composed *composed, uint32_t place) {
  const Piece *piece = &pieces->items[place];
  return !piece->entry || has_lasting_remark(composed[place].core) ||
         has_lasting_remark(tail_above(composed, place)) ||
         holds_on_to_next(composed[place].core) ||
         (place && holds_on_to_next(composed[place - 1].core));
}

static Units units_of(const Pieces *pieces, const Composed *composed, Arena *scratch) {
  Units units = {0};
  OrderKey above = {0};
  for (uint32_t i = 0; i < pieces->len; i++) {
    const Entry *entry = pieces->items[i].entry;
    bool pinned = is_pinned(pieces, composed, i);
    if (pinned) above = (OrderKey){0};
    if (!pinned && entry->name.len) above = order_key(entry->name, scratch);
    *array_push(&units) = (Unit){above, i, pinned};
  }
  return units;
}

static int by_place(const Unit *a, const Unit *b) {
  return (a->place > b->place) - (a->place < b->place);
}

static int by_words(const void *a, const void *b) {
  const Unit *left = a, *right = b;
  int order = slice_cmp(left->key.words, right->key.words);
  return order ? order : by_place(left, right);
}

static int by_letters(const void *a, const void *b) {
  const Unit *left = a, *right = b;
  int order = slice_cmp(left->key.letters, right->key.letters);
  return order ? order : by_place(left, right);
}

typedef int Comparison(const void *, const void *);

static size_t count_wrong(const Units *units, Comparison *compare) {
  size_t wrong = 0;
  for (size_t i = 1; i < units->len; i++) {
    const Unit *before = &units->items[i - 1], *unit = &units->items[i];
    wrong += !before->is_pinned && !unit->is_pinned && compare(before, unit) > 0;
  }
  return wrong;
}

// Of the two orders that dictionaries keep (lint/order.h) the one that the file is nearer to.
static Comparison *order_of(const Units *units) {
  return count_wrong(units, by_letters) < count_wrong(units, by_words) ? by_letters : by_words;
}

// Sorts each run of units between two that are pinned. Whether anything moved.
static bool sort_runs(Units *units) {
  bool moved = false;
  Comparison *compare = order_of(units);
  for (size_t i = 0; i < units->len;) {
    size_t end = i;
    while (end < units->len && !units->items[end].is_pinned) end++;
    qsort(units->items + i, end - i, sizeof *units->items, compare);
    for (; i < end; i++) moved = moved || units->items[i].place != i;
    i = end + 1;
  }
  return moved;
}

// --- writing ---

// Blank lines at the end, which only what is refused has, stay behind; blanks do not: a mark of a
// list may need its own.
static void add_closed(Slice text, Slice line_end, Layout *out) {
  Slice last = slice_trim(text);
  size_t at = last.len ? (size_t)(last.ptr - text.ptr) + last.len : 0;
  while (at < text.len && !byte_is_line_end(text.ptr[at])) at++;
  layout_add(out, slice_to(text, at));
  if (last.len) layout_add(out, line_end);
}

static void add_unit(const Composed *composed, uint32_t place, Slice line_end, Layout *out) {
  if (out->len) layout_add(out, line_end);
  add_closed(tail_above(composed, place), line_end, out);
  add_closed(composed[place].core, line_end, out);
}

// Whether an entry that is left as it was would bring another line end to the front of the file,
// where the next time all would take it over.
static bool brings_line_end(const Composed *self, Slice line_end) {
  return self->is_refused && !slice_eq(line_end_of(self->core), line_end);
}

// Whether what stands behind something decides how it reads.
static bool hangs_together(const Composer *composer, const Pieces *pieces,
                           const Composed *composed) {
  for (size_t i = 0; i < pieces->len; i++)
    if (pieces->items[i].is_fixed || leaves_comment_open(composed[i].core) ||
        brings_line_end(&composed[i], composer->line_end))
      return true;
  return false;
}

bool rewrite_sorted(Composer *composer, const Pieces *pieces, const Composed *composed,
                    Rewriting *out) {
  if (hangs_together(composer, pieces, composed)) return false;
  Units units = units_of(pieces, composed, composer->scratch);
  bool moved = sort_runs(&units);
  Layout *layout = &composer->layout;
  for (size_t i = 0; moved && i < units.len; i++)
    add_unit(composed, units.items[i].place, composer->line_end, layout);
  uint32_t start = pieces->len ? pieces->items[0].range.start : 0;
  if (moved)
    rewrite(out, (Range){start, text_len(composer->file->text)},
            slice_new(layout->items, layout->len));
  array_free(&units);
  return moved;
}

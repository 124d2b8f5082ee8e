// The order for prefix search is that of the folded names without their spaces, so that `finetun`
// and `fine tun` lie at the same place. Folding a form is cheap enough to be done again for each
// comparison of a search (twenty of them in a million forms), so the order is all that is kept:
// four bytes a form.
#include "index_impl.h"
#include "name.h"

#include <stdlib.h>

static Slice contents(const FoldBuffer *buffer) {
  return slice_new(buffer->items, buffer->len);
}

static void drop_spaces(FoldBuffer *name) {
  size_t kept = 0;
  for (size_t i = 0; i < name->len; i++)
    if (name->items[i] != ' ') name->items[kept++] = name->items[i];
  name->len = kept;
}

static void sort_key(Slice form, FoldBuffer *out) {
  name_fold(form, out);
  drop_spaces(out);
}

// --- the order ---

typedef struct {
  uint64_t
      head; // the first eight bytes, the first one in the highest place: most comparisons end here
  size_t start, len;
  const FoldBuffer *pool;
  uint32_t pattern;
} SortItem;

static uint64_t head_of(Slice key) {
  uint64_t head = 0;
  for (size_t i = 0; i < sizeof head; i++)
    head = head << 8 | (i < key.len ? (uint8_t)key.ptr[i] : 0);
  return head;
}

static Slice item_key(const SortItem *item) {
  return slice_new(item->pool->items + item->start, item->len);
}

static int by_key(const void *left, const void *right) {
  const SortItem *a = left, *b = right;
  if (a->head != b->head) return a->head < b->head ? -1 : 1;
  int order = slice_cmp(item_key(a), item_key(b));
  return order ? order : (a->pattern > b->pattern) - (a->pattern < b->pattern);
}

static SortItem *sort_items(const Index *index, FoldBuffer *pool) {
  SortItem *items = mem_alloc(index->pattern_count * sizeof *items);
  FoldBuffer key = {0};
  for (uint32_t i = 0; i < index->pattern_count; i++) {
    sort_key(pattern_text(index, &index->patterns[i]), &key);
    items[i] = (SortItem){head_of(contents(&key)), pool->len, key.len, pool, i};
    array_append(pool, key.items, key.len);
  }
  array_free(&key);
  qsort(items, index->pattern_count, sizeof *items, by_key);
  return items;
}

static uint32_t *make_order(const Index *index) {
  FoldBuffer pool = {0};
  SortItem *items = sort_items(index, &pool);
  uint32_t *order = mem_alloc(index->pattern_count * sizeof *order);
  for (uint32_t i = 0; i < index->pattern_count; i++) order[i] = items[i].pattern;
  mem_free(items);
  array_free(&pool);
  return order;
}

static const uint32_t *order_of(const Index *index) {
  _Atomic(uint32_t *) *sorted = (_Atomic(uint32_t *) *)&index->sorted;
  uint32_t *order = atomic_load(sorted), *none = NULL;
  if (order) return order;
  order = make_order(index);
  if (atomic_compare_exchange_strong(sorted, &none, order)) return order;
  mem_free(order); // another thread was faster
  return none;
}

// --- searching ---

// A place in the order of one layer.
typedef struct {
  const Index *index;
  const uint32_t *order;
  uint32_t at;
  FoldBuffer name, key; // of the pattern at `at`, folded, with and without spaces
} Cursor;

static const Pattern *cursor_pattern(const Cursor *self) {
  return &self->index->patterns[self->order[self->at]];
}

static void cursor_read(Cursor *self) {
  if (self->at == self->index->pattern_count) return;
  name_fold(pattern_text(self->index, cursor_pattern(self)), &self->name);
  self->key.len = 0;
  array_append(&self->key, self->name.items, self->name.len);
  drop_spaces(&self->key);
}

static bool cursor_in(const Cursor *self, Slice prefix) {
  return self->at < self->index->pattern_count && slice_starts_with(contents(&self->key), prefix);
}

static void cursor_next(Cursor *self) {
  self->at++;
  cursor_read(self);
}

// Moves to the first pattern that is not before `prefix`.
static void cursor_seek(Cursor *self, Slice prefix) {
  uint32_t low = 0, high = self->index->pattern_count;
  while (low < high) {
    self->at = low + (high - low) / 2;
    cursor_read(self);
    if (slice_cmp(contents(&self->key), prefix) < 0)
      low = self->at + 1;
    else
      high = self->at;
  }
  self->at = low;
  cursor_read(self);
}

// The typed spaces stand where the form has some too; the form's others may be left out.
static bool reads_like(Slice name, Slice typed) {
  size_t at = 0;
  for (size_t i = 0; i < typed.len; i++, at++) {
    while (at < name.len && name.ptr[at] == ' ' && typed.ptr[i] != ' ') at++;
    if (at == name.len || name.ptr[at] != typed.ptr[i]) return false;
  }
  return true;
}

// The cursor whose pattern comes first among those that begin with `prefix`; NULL: none does any
// more.
static Cursor *first_cursor(Cursor *cursors, size_t count, Slice prefix) {
  Cursor *first = NULL;
  for (size_t i = 0; i < count; i++) {
    if (!cursor_in(&cursors[i], prefix)) continue;
    if (!first || slice_cmp(contents(&cursors[i].key), contents(&first->key)) < 0)
      first = &cursors[i];
  }
  return first;
}

typedef struct {
  FoldBuffer name, key;
} Typed;

static Cursor *open_cursors(const Index *const *layers, size_t count, Slice prefix) {
  Cursor *cursors = mem_zero(count, sizeof *cursors);
  for (size_t i = 0; i < count; i++) {
    cursors[i].index = layers[i];
    cursors[i].order = order_of(layers[i]);
    cursor_seek(&cursors[i], prefix);
  }
  return cursors;
}

static void close_cursors(Cursor *cursors, size_t count) {
  for (size_t i = 0; i < count; i++) {
    array_free(&cursors[i].name);
    array_free(&cursors[i].key);
  }
  mem_free(cursors);
}

void index_prefix(const Index *const *layers, size_t count, Slice typed, size_t limit,
                  bool (*admits)(const void *context, uint32_t entry), const void *context,
                  Matches *matches) {
  Typed wanted = {0};
  name_fold(typed, &wanted.name);
  sort_key(typed, &wanted.key);
  Slice prefix = contents(&wanted.key);
  Cursor *cursors = open_cursors(layers, count, prefix);
  size_t end = matches->len + limit;
  for (Cursor *next; matches->len < end && (next = first_cursor(cursors, count, prefix));
       cursor_next(next)) {
    const Pattern *found = cursor_pattern(next);
    if (found->role == FORM_AVOID || !reads_like(contents(&next->name), contents(&wanted.name)))
      continue;
    if (admits && !admits(context, found->entry)) continue;
    *array_push(matches) = (Match){.entry = found->entry,
                                   .role = (FormRole)found->role,
                                   .form = pattern_text(next->index, found)};
  }
  close_cursors(cursors, count);
  array_free(&wanted.name);
  array_free(&wanted.key);
}

#include "categories.h"

#include "../base/hash.h"
#include "../words/name.h"

void categories_free(Categories *self) {
  for (size_t i = 0; i < self->items.len; i++) array_free(&self->items.items[i].spellings);
  array_free(&self->items);
  array_free(&self->changed);
  array_free(&self->folded);
  numbering_free(&self->numbers);
  arena_delete(self->arena);
}

// --- joining and leaving ---

static uint32_t category_of(Categories *self, Slice text) {
  name_fold(text, &self->folded);
  fold_stem(&self->folded);
  bool is_new;
  uint64_t hash = hash_bytes(slice_new(self->folded.items, self->folded.len));
  uint32_t number = numbering_of(&self->numbers, hash, &is_new);
  if (is_new) *array_push(&self->items) = (Category){0};
  return number;
}

static uint32_t spelling_in(Categories *self, Category *category, Slice text) {
  for (uint32_t i = 0; i < category->spellings.len; i++)
    if (slice_eq(category->spellings.items[i].text, text)) return i;
  if (!self->arena) self->arena = arena_new();
  *array_push(&category->spellings) = (Spelling){.text = arena_copy(self->arena, text)};
  return (uint32_t)category->spellings.len - 1;
}

static void change(Categories *self, CategoryPlace place, int by) {
  Category *category = &self->items.items[place.category];
  category->spellings.items[place.spelling].count += (uint32_t)by;
  if (!category->counts_changed) *array_push(&self->changed) = place.category;
  category->counts_changed = true;
}

CategoryPlace categories_join(Categories *self, Slice text) {
  CategoryPlace place = {.category = CATEGORY_NONE};
  if (!text.len) return place;
  place.category = category_of(self, text);
  place.spelling = spelling_in(self, &self->items.items[place.category], text);
  change(self, place, 1);
  return place;
}

void categories_leave(Categories *self, CategoryPlace place) {
  if (place.category != CATEGORY_NONE) change(self, place, -1);
}

// --- judging ---

static bool is_commoner(const Spelling *a, const Spelling *b) {
  return a->count != b->count ? a->count > b->count : slice_cmp(a->text, b->text) < 0;
}

static uint32_t commonest_of(const Category *category) {
  uint32_t best = 0;
  for (uint32_t i = 1; i < category->spellings.len; i++)
    if (is_commoner(&category->spellings.items[i], &category->spellings.items[best])) best = i;
  return best;
}

enum { CLEAR_TIMES = 3 };

static bool judge(Category *category) {
  uint32_t best = commonest_of(category);
  bool changed = best != category->commonest;
  category->commonest = best;
  for (uint32_t i = 0; i < category->spellings.len; i++) {
    Spelling *spelling = &category->spellings.items[i];
    bool clear = category->spellings.items[best].count >= CLEAR_TIMES * (uint64_t)spelling->count;
    changed |= clear != spelling->clear && spelling->count;
    spelling->clear = clear;
  }
  return changed;
}

bool categories_judge(Categories *self) {
  bool any = false;
  for (size_t i = 0; i < self->items.len; i++) self->items.items[i].answer_changed = false;
  for (size_t i = 0; i < self->changed.len; i++) {
    Category *category = &self->items.items[self->changed.items[i]];
    category->counts_changed = false;
    category->answer_changed = judge(category);
    any |= category->answer_changed;
  }
  self->changed.len = 0;
  return any;
}

// --- asking ---

Slice categories_own(const Categories *self, CategoryPlace place) {
  if (place.category == CATEGORY_NONE) return (Slice){0};
  return self->items.items[place.category].spellings.items[place.spelling].text;
}

Slice categories_commonest(const Categories *self, CategoryPlace place) {
  if (place.category == CATEGORY_NONE) return (Slice){0};
  const Category *category = &self->items.items[place.category];
  return category->spellings.items[category->commonest].text;
}

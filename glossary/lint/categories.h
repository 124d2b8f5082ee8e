// Categories: how the entries of a glossary spell their categories. Spellings that differ in case,
// number or hyphenation only are one category; which of them most entries use is looked at when
// asked to, once for all that have changed.
#pragma once

#include "../base/arena.h"
#include "../base/array.h"
#include "../base/fold.h"
#include "../base/numbering.h"

enum { CATEGORY_NONE = UINT32_MAX };

// One entry's own.
typedef struct {
  uint32_t category; // CATEGORY_NONE: it has none
  uint32_t spelling;
} CategoryPlace;

typedef struct {
  Slice text;
  uint32_t count; // entries that spell it so
  bool clear;     // the commonest is so by far
} Spelling;

typedef struct {
  Array(Spelling) spellings;
  uint32_t commonest; // spelling; of equally many the first in byte order
  bool counts_changed, answer_changed;
} Category;

typedef struct {
  Arena *arena; // spellings
  Numbering numbers;
  Array(Category) items;
  Array(uint32_t) changed; // whose counts have
  FoldBuffer folded;
} Categories;

void categories_free(Categories *self);

// Takes an entry in, or out again. An empty text is no category.
CategoryPlace categories_join(Categories *self, Slice text);
void categories_leave(Categories *self, CategoryPlace place);

// Judges those whose counts have changed. True when another spelling is the commonest in one, or a
// spelling has become clearly right or wrong; then answer_changed says in which, until the next
// judging.
bool categories_judge(Categories *self);

// As it is spelt here, and by most.
Slice categories_own(const Categories *self, CategoryPlace place);
Slice categories_commonest(const Categories *self, CategoryPlace place);

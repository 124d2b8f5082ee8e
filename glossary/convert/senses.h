// Senses: entries of one name told apart by numbers. A glossary has each name once in a category;
// pages repeat it. The first sense keeps its name, the others are called `Mast (2)`, `Mast (3)`.
// Private to convert/.
#pragma once

#include "draft.h"

typedef struct {
  Slice name;      // without the number of its sense
  Slice key;       // of the name; together with the category what makes entries the same
  Slice category;  // in small letters
  uint32_t number; // 1: it has none
  uint32_t index;  // whose sense it is
} Sense;

typedef Array(Sense) Senses;

// Appends the sense of an entry, its number still in its name.
void senses_add(Senses *self, Slice name, Slice category, uint32_t index, Arena *arena);

// Takes numbers off names, where the name stands without it too, in the same category, and sorts by
// key, category, number and index.
void senses_sort(Senses *self, Arena *arena);

// Gives each draft its name; repeated headwords and repeated texts are told.
void senses_number(Drafts *drafts, GlossaryFile *const *pages, Notices *notices);

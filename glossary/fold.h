// Fold: a word's normal form, under which all its spellings meet.
//
// folded: full case folding, compatibility composition, no diacritics       Straße -> strasse
// stem:   folded, and a regular English plural taken back                    entries -> entry
//
// Two words with one stem may still differ in more than number (`gas`, `ga`): fold_agree decides.
#pragma once

#include "array.h"
#include "slice.h"

typedef Array(char) FoldBuffer;

// Replaces the contents of `out` by the folded form of `word`.
void fold_word(Slice word, FoldBuffer *out);

// How much of a folded word its stem keeps, and what comes in the place of the rest (`y` for `ies`).
// Writes the stem over `folded`.
void fold_stem(FoldBuffer *folded);

// Whether two folded words are the same, or one is the regular plural of the other.
bool fold_agree(Slice folded_a, Slice folded_b);

// Folds a whole name for comparing and sorting: words folded, joints one space, symbols kept.
void fold_name(Slice name, FoldBuffer *out);

// Fold: a word's normal form, under which all its spellings meet.
//
// folded: full case folding, compatibility composition, no diacritics       Straße -> strasse
// stem:   folded, without what a regular English plural may have added      entries, entry -> entry
//
// A stem is generous, so that a word and its plural always share one (`bus` and `buses`, `cache`
// and `caches`); two words with one stem may still differ in more than number (`gas`, `ga`), and
// fold_agree is the one that decides.
#pragma once

#include "array.h"
#include "slice.h"

typedef Array(char) FoldBuffer;

// What a folding may leave as it is.
typedef enum {
  FOLD_ALL = 0,
  FOLD_KEEP_CASE = 1,
  FOLD_KEEP_MARKS = 2, // diacritics
} FoldKeep;

// Replaces the contents of `out` by the folded form of `word`. Bytes that are not UTF-8 stay.
void fold_word(Slice word, FoldBuffer *out);
void fold_keeping(Slice word, FoldKeep keep, FoldBuffer *out);

// Shortens a folded word to its stem. Bytes after ASCII letters only are ever touched, and a `y`
// may come in the place of `ie`.
void fold_stem(FoldBuffer *folded);

// The same on bare bytes: returns the length of the stem of the `len` bytes at `folded`.
size_t fold_stem_bytes(char *folded, size_t len);

// Whether two words, folded alike, are the same, or one is the regular plural of the other. The
// ending is in small letters: where case was kept, `LLMs` is the plural of `LLM` and `DNS` is none
// of `DN`.
bool fold_agree(Slice folded_a, Slice folded_b);

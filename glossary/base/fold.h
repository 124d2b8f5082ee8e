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

// Whether folding has only case to look after.
bool fold_is_ascii(Slice s);

// Shortens a folded word to its stem. Bytes after ASCII letters only are ever touched, and a `y`
// may come in the place of `ie`.
void fold_stem(FoldBuffer *folded);

static inline size_t fold_drop_s(const char *word, size_t len) {
  return len > 2 && word[len - 1] == 's' && word[len - 2] != 's' ? len - 1 : len;
}

// The letters after which a plural may take -es: box, bus, quiz, batch, hero.
static inline bool fold_takes_es(char c) {
  return c == 's' || c == 'x' || c == 'z' || c == 'h' || c == 'o';
}

// The same on bare bytes: returns the length of the stem of the `len` bytes at `folded`.
static inline size_t fold_stem_bytes(char *folded, size_t len) {
  len = fold_drop_s(folded, len);
  if (len > 3 && folded[len - 2] == 'i' && folded[len - 1] == 'e')
    folded[--len - 1] = 'y';
  else if (len > 2 && folded[len - 1] == 'e' && fold_takes_es(folded[len - 2]))
    len--;
  return fold_drop_s(folded, len);
}

// Whether two words, folded alike, are the same, or one is the regular plural of the other. The
// ending is in small letters: where case was kept, `LLMs` is the plural of `LLM` and `DNS` is none
// of `DN`.
bool fold_agree(Slice folded_a, Slice folded_b);

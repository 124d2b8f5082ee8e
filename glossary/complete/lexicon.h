// Lexicon: the forms of one index in alphabetical order, for whoever has typed a part of one.
//
//   names    "fine tuning" "kernel fusion" "knowledge distillation"     folded, in their order
//   words    distillation, fusion, tuning                               the words inside them, too
//
// Spaces do not count in either order, so that `finetun` and `fine tun` lie at the same place.
// About 50 bytes a form. Forms of FORM_AVOID are never proposed and are not in it.
#pragma once

#include "../base/fold.h"
#include "../words/words.h"

typedef struct Index Index;

// A word of a name but its first one. In a name without end, those far behind are not looked for.
enum { LEXICON_WORDS_WITHIN = 512 };

typedef struct {
  uint32_t form;
  uint32_t start; // in the names
} LexiconWord;

// Immutable.
typedef struct {
  uint32_t count;     // of forms
  char *names;        // each ends in a NUL and holds no other
  uint32_t *starts;   // by form: its name, in `names`
  uint32_t *patterns; // by form: which pattern of the index it is
  uint32_t *letters;  // by form: which letters are in it (see lexicon_letter)
  uint32_t *initials; // by form: which letters its words begin with
  LexiconWord *words; // but small ones
  uint32_t word_count;
} Lexicon;

// Made at the first question, not by index_new: sorting costs as much as the rest of building, and
// a program that only hovers or checks never asks. Published by one compare-and-swap, so that the
// index stays as good as immutable for every thread.
const Lexicon *lexicon_of(const Index *index);
void lexicon_delete(Lexicon *self);

// Appends tokens of `text` as names are written: folded, one space for a joint, without control
// characters. `word` is reused between calls.
void lexicon_fold(Slice text, const Token *tokens, size_t count, FoldBuffer *word, FoldBuffer *out);

// A bit for the byte of a name: names that lack a bit lack the letter.
uint32_t lexicon_letter(char c);

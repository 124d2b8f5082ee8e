// Likeness: how what somebody typed is like the name of a form. Both are folded (lexicon.h): words
// separated by single spaces, and a name ends in a NUL.
#pragma once

#include "../base/slice.h"

// Ascending: the first is the closest.
typedef enum {
  LIKE_PREFIX,  // the name begins like it                              know   knowledge graph
  LIKE_WORD,    // one of its later words does, with what follows it    gra    knowledge graph
  LIKE_STARTS,  // each piece of it begins a word of the name, in order    kg, knowgra, know gra
  LIKE_LETTERS, // its letters are scattered over the name              knwldg
  LIKE_COUNT,
} Likeness;

// Bytes: three letters, or one sign of a script without spaces. With less than these, a later word
// of a name is not meant.
enum { LIKE_WORD_MIN = 3 };

// Whether `rest`, a name or the rest of one, begins like `typed`. Typed spaces stand where the name
// has some too; the name's others may be left out.
bool like_prefix(const char *rest, Slice typed);

// Whether the name begins words like the pieces of `typed`, one after another. Of several typed
// words each is a piece, and words of the name may be left out between them. A single typed word is
// cut into pieces as suits; then the first piece begins the name, no word between the pieces may be
// left out but small ones, and the last piece is of none of those.
bool like_starts(const char *name, Slice typed);

// How many letters of the name lie between the first and the last one typed without being typed
// themselves; UINT32_MAX when the letters are not there in this order, from the first one on.
uint32_t like_letters(const char *name, Slice typed);

// The words that hold sentences and long names together (`of`, `the`, `is`), English ones: nobody
// asks for a term by typing one of them.
bool word_is_small(const char *word, size_t len);

// The next word of a name; NULL after the last one. And the length of one.
const char *name_next_word(const char *word);
size_t name_word_len(const char *word);

// How many letters (code points but spaces) `typed` has.
uint32_t name_letters(Slice typed);

// The forms of an index that are like what somebody typed.
#pragma once

#include "../match/index.h"
#include "likeness.h"

typedef struct {
  uint32_t entry;
  FormRole role;
  Slice form;       // as written in the glossary; borrowed from the index
  const char *rest; // the folded name, from what was typed on (for LIKE_WORD, from that word on)
  uint32_t excess;  // LIKE_STARTS: words of the name; LIKE_LETTERS: letters left out
} Alike;

typedef Array(Alike) Alikes;

// What is asked.
typedef struct {
  const Index *const *layers;
  size_t layer_count;
  Likeness how;
  Slice typed; // folded as by lexicon_fold; not empty
  bool (*admits)(const void *context, uint32_t entry);
  const void *context;
} Likes;

// Of one question, so many forms are compared at most, and so many are given. Both go through the
// names in alphabetical order, whatever layers there are; letters that are in no such name are seen
// without comparing.
enum { LIKES_COMPARED = 8192, LIKES_GIVEN = 2048 };

// Appends what is found, in alphabetical order of `rest`. A form may be found more than once. False
// when a limit was reached: there may be more.
bool index_like(const Likes *likes, Alikes *found);

// Splitting: a text cut into words and nothing else, as fast as plain C does it here: what looking
// terms up is measured against. A word is a run of ASCII letters and digits and of all bytes that
// are not ASCII. Sixty-four bytes at a time become a mask of the bytes that belong to words, and
// the places where it changes are written down.
#pragma once

#include <glossary/base/slice.h>

enum {
  SPLIT_BLOCK = 64,
  SPLIT_PORTION = 1 << 16, // bytes; their words stay in the processor's cache
};

// Where words begin and end, by turns, in the portion.
typedef struct {
  uint32_t edges[SPLIT_PORTION + 1];
  size_t count;
} Split;

// How many words there are. `split` ends with those of the last portion.
size_t split_words(Slice text, Split *split);

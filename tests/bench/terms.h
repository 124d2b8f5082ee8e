// Terms: the names of made-up glossaries, of one to four words of the vocabulary. Term number `i`
// is the same in every list that holds it, so a long list begins like a short one.
#pragma once

#include "vocabulary.h"
#include <glossary/base/slice.h>

enum {
  TERM_SIZE = 4 * VOCABULARY_WORD_SIZE + 4,
  FEW_TERMS = 4000, // as many as the largest glossaries that people keep by hand
  MORE_TERMS = 100000,
  MANY_TERMS = 1000000,
};

// One of these numbers for people: "4,000".
const char *terms_said(uint32_t count);

// Writes term number `i` and returns it.
Slice term_write(const Vocabulary *vocabulary, uint32_t i, char out[TERM_SIZE]);

typedef struct {
  char *pool;
  Slice *items;
  uint32_t count;
} MadeTerms;

// Terms number `first` to `first` + `count` - 1.
MadeTerms terms_make(uint32_t first, uint32_t count);
void terms_free(MadeTerms *self);

// A glossary in which each of them has a definition of one sentence. To be freed.
char *terms_glossary(const MadeTerms *self, size_t *len);

// Sentences: where the sentences of a body stand, and a number under which equal ones meet.
#pragma once

#include "../base/array.h"
#include "../base/slice.h"

// A sentence as it reads without white space, marks and capitals.
typedef struct {
  uint64_t hash; // of two with the same one, we say that they are the same
  Range range;
} SentenceFact;

typedef Array(SentenceFact) SentenceFacts;

// Fewer words say nothing of their own: `See below.`
enum { SENTENCE_WORDS_MIN = 5 };

// Appends the sentences of `body` that have enough words and end with `.`, `!` or `?`, in their
// order; ranges are moved by `shift`. What stands in fences, tables and headings is none.
void sentences_read(Slice body, uint32_t shift, SentenceFacts *out);

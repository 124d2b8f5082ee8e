// What the questions have in common. Private to match/query*.c and complete/.
#pragma once

#include "query.h"

// How a file that holds entries stands to the place of the question.
typedef struct {
  const GlossaryFile *file;
  uint32_t distance; // scope_distance
  bool admitted;     // scope_admits
} Standing;

// The layers to ask, and which of their entries count: those that are still in the store and whose
// glossary applies. Few files are asked about again and again, so what is known of them is kept.
typedef struct {
  const Store *store;
  Scope scope;
  const Index *layers[TERMS_LAYERS_MAX];
  size_t layer_count;
  Standing *standings; // by the address of the file; a later one takes the place of another
} Question;

Question question_new(Terms *terms, Scope scope, Arena *arena);

// Valid until the next call.
const Standing *question_standing(const Question *self, const GlossaryFile *file);

// For Scan.admits and Likes.admits; `context` is a Question.
bool question_admits(const void *context, uint32_t entry);

// The order of what is otherwise equal: status, nearness, path, place in the file.
int question_compare(const Question *self, const Entry *a, const Entry *b);

// Scans for `self`: fills in what a question knows.
void question_scan(const Question *self, Scan scan, Matches *matches);

// All of `matches`, in their order, moved by `shift`: those with one range are one occurrence.
Occurrences question_occurrences(const Question *self, const Matches *matches, uint32_t shift,
                                 Arena *arena);

// query_named for `self`.
Occurrence question_named(const Question *self, Slice term, Arena *arena);

// Census: how the documents of a project write what can be written in several ways (`fine tuning`,
// `fine-tuning`): how often each, over all of them.
//
// One thread at a time changes it; while none does, any number of threads may read it.
#pragma once

#include "document.h"

typedef struct Census Census;

Census *census_new(void);
void census_delete(Census *self);

// Whether a rule that these settings ask for looks at a census.
bool census_is_wanted(const RuleSettings *settings);

// Counts the forms of one document, all of whose stretches are known (document_lint_work). Another
// thread may have made `lint`.
void census_add(Census *self, const DocumentLint *lint);

// --- for rules

// One of the ways of writing that share a key.
typedef struct {
  uint32_t kind; // as in Mention
  uint32_t count;
  Slice text; // of one mention; borrowed from the census
} CensusWay;

// More ways of one thing are not told apart: the first ones are counted.
enum { CENSUS_WAYS_MAX = 16 };

// The ways of this key; `*count`: how many.
const CensusWay *census_ways(const Census *self, uint64_t key, uint32_t *count);

// Counts one more.
void census_count(Census *self, uint64_t key, uint32_t kind, Slice text);

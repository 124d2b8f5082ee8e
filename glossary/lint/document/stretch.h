// Stretch: what was found in one piece of a document, that reads alone as it does inside the whole.
// Private to lint/.
#pragma once

#include "../../prose/pieces.h"
#include "../../rules/document_rule.h"
#include "../suppress/directives.h"

typedef Array(Mention) Mentions;

// What is looked for, by the settings of a place: worked out once for many stretches.
typedef struct {
  DocumentPlace place;
  Question question;
  bool rules[RULES_MAX]; // whose findings are reported, by number
  bool any;              // else there is nothing to look for
  bool matches;          // one of them looks at them
} Search;

Search search_new(const DocumentPlace *place, Arena *arena);

// Whether the rule looks at documents and its findings are wanted.
const DocumentRule *search_rule(const Search *self, size_t number);

// Ranges count from the start of the stretch.
typedef struct {
  Arena *arena; // holds all that follows; NULL: nothing was found
  Finding *findings;
  Mention *mentions;
  Directive *directives;
  uint32_t finding_count, mention_count, directive_count;
} Found;

void found_free(Found *self);

// Looks at a stretch with these bytes. `labels`: see ProsePieces.read.
Found stretch_read(const Search *search, Slice text, const LabelNames *labels);

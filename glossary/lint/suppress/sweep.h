// Sweep: which suppressions are in force while one goes through a document from its start to its
// end. Private to suppress.c and sweep.c.
#pragma once

#include "../../base/fold.h"
#include "suppress.h"

// No finding is about a term longer than this, in bytes.
enum { TERM_MAX = 256 };

// What suppressions and findings are about: a rule, or a rule and a term.
struct Key {
  uint32_t rule;
  Slice term; // folded; empty: any
  Suppression *file, *line, *disable;
  uint32_t disabled, enabled; // when the last one was met: by the sweep's clock, 0: never
};

typedef struct {
  Key rules[RULES_MAX + 1]; // without term; the last one is for RULE_ANY
  Key *terms;               // ascending by rule and term
  size_t term_count;
  uint32_t open[RULES_MAX + 1]; // how many DISABLEs of a rule are in force
  Suppression *all;             // in the order of the text
  size_t count;
  size_t next, next_line;  // the first that was not met yet; the first line likewise
  uint32_t clock, enabled; // now, and when the last ENABLE was met
  FoldBuffer folded;
} Sweep;

// All directives of `text`, which is borrowed only for the call; the result lives in `arena` but
// for what sweep_free frees.
Sweep *sweep_new(const Directives *directives, Text *text, Arena *arena);
void sweep_free(Sweep *self);

// Goes back to the start of the document. What was used stays so.
void sweep_begin(Sweep *self);

// Meets what counts for a finding that begins at `offset`, which is not before the last one.
void sweep_go_to(Sweep *self, uint32_t offset);

// Meets the rest.
void sweep_end(Sweep *self);

// What was written of that rule and this very term; NULL: nothing.
Key *sweep_term_key(Sweep *self, uint32_t rule, Slice term);

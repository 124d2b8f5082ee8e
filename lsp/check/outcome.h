// Outcome: what became of one file that was checked.
#pragma once

#include "command/document.h"
#include "sifted.h"
#include "terminal/printed.h"

typedef enum { CHECK_ONLY, CHECK_FIX, CHECK_DIFF } CheckMode;

typedef struct {
  Slice problem; // owned; why the file could not be read; empty when it could
  Text *text;    // NULL when it could not
  bool owns_text;
  Sifted first;   // as the file was found
  Sifted last;    // after all fixes; without arena when there were none
  bool has_mark;  // standard input began with a byte order mark, which the fixed text keeps
  Slice before;   // owned; the text that was found, when it was fixed
  uint32_t fixed; // how many fixes were made
} Outcome;

// Checks the text the first time.
void outcome_begin(Outcome *self, const Checkable *checkable, const Sieve *sieve);

// Whether there is something to fix in what was found first.
bool outcome_is_fixable(const Outcome *self);

// Checks once more and makes the fixes that are certain. False when there were none.
bool outcome_fix(Outcome *self, const Checkable *checkable, Sieve *sieve);

// Checks the last time, after all fixes.
void outcome_end(Outcome *self, const Checkable *checkable, const Sieve *sieve);

// What is to be told of the file: as it is now, or, when fixes are only shown, as it was found.
const Sifted *outcome_told(const Outcome *self, CheckMode mode);

// The text of which that speaks.
Slice outcome_text_told(const Outcome *self, CheckMode mode);

// Writes the fixed text to the file. False when that was not possible, and why.
bool outcome_write(const Outcome *self, Slice path, Slice *problem, Arena *arena);

// Appends the fixes as a patch, for `git apply`.
void outcome_print_diff(const Outcome *self, const DocumentName *name, Printed *out, Arena *arena);

void outcome_free(Outcome *self); // may be called again

// Sifted: what was found in one text, and what of it is to be told. And what is made better in it.
#pragma once

#include "baseline.h"
#include "changed.h"

#include <glossary/text.h>

// A text that can be checked and edited, as a glossary of the session or as a document.
typedef struct {
  Text *text;
  Findings (*check)(void *context, Arena *arena);
  void (*edit)(void *context, Range range, Slice replacement);
  void *context;
} Checkable;

// Which findings of one file are told. Moves with the text as it is fixed.
typedef struct {
  Slice path;
  const Baseline *baseline; // those that it knows are not; NULL: there is none
  bool by_lines;            // those that touch `lines` alone are
  LineSpans lines;          // owned
} Sieve;

// `changed` may be NULL: all lines count.
Sieve sieve_new(Slice path, const Baseline *baseline, const Changed *changed);
void sieve_free(Sieve *self);

typedef struct {
  Arena *arena;      // holds the rest
  Findings all;      // whatever there is
  Findings reported; // of those, what is told
  uint32_t known;    // how many are left out because the baseline knows them
} Sifted;

Sifted sifted_in(const Checkable *checkable, const Sieve *sieve);
void sifted_free(Sifted *self);

// Makes the certain fixes of what is told, but for those that meet. Gives how many; `found` speaks
// of the text before.
uint32_t sifted_fix(const Sifted *found, const Checkable *checkable, Sieve *sieve);

// Puts `after` in the place of the whole text, as the one edit that needs the fewest bytes.
void checkable_become(const Checkable *self, Slice after);

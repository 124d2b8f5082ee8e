// Identifier: a term as the name of something in a program.
#pragma once

#include "../base/arena.h"
#include "../prose/prose.h"

typedef struct {
  char joint;         // between its words; 0: none
  bool capital_first; // the first word has a capital
  bool capital_later; // the later ones have
  bool shouted;       // all letters are capitals
} Casing;

// How the identifier that begins with `typed` is being written. Where one word does not tell, as
// the language does. Returns whether it did tell.
bool casing_of(Slice typed, IdentifierStyle own, Casing *casing);

// `form` as an identifier. Its beginning keeps the capitals of `typed` as far as it has the same
// letters. Empty when it cannot be one: it holds symbols, or begins with a digit.
Slice identifier_write(Slice form, Casing casing, Slice typed, Arena *arena);

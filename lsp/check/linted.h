// Linted: one document while it is checked, on one thread.
#pragma once

#include "checking.h"

typedef struct {
  Document document;
  DocumentLint *lint;
  RuleSettings settings;
  DocumentPlace place; // points into this struct, which so must not move
} Linted;

// False when the document cannot be read, and why. Its text is the caller's afterwards; linted_free
// frees the rest.
bool linted_load(const Checking *checking, const Target *target, Linted *self, Slice *problem,
                 Arena *arena);
void linted_free(Linted *self);

Checkable linted_checkable(Linted *self);

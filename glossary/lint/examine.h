// Examine: runs the rules on one entry, or on the preamble of a file. Private to linter.c.
#pragma once

#include "findings.h"
#include "records.h"

// What the rules ask. All is borrowed.
typedef struct {
  const Store *store;
  Names *names;
  Facts *facts;
  SyntaxParser *parser;
} Examiner;

// What the bytes of entry `index` give. `references` (the caller's) are what it refers to.
const Kept *examine_own(const Examiner *self, GlossaryFile *file, uint32_t index,
                        References *references, Arena *scratch);

// What hangs on other entries. `references` are those of examine_own; `asked` (the caller's) are
// the names whose answers counted beside theirs.
const Kept *examine_relations(const Examiner *self, GlossaryFile *file, uint32_t index,
                              const References *references, NameIds *asked, Arena *scratch);

// Adds what the preamble gives. It is short, so nothing of it is kept.
void examine_preamble(const Examiner *self, GlossaryFile *file, FindingList *list);

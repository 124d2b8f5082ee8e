// Findings: what rules found, put as the caller sees it: with places in files, names as they are
// now, and the nearest name where one is missing. Private to lint.c.
#pragma once

#include "rules/rule.h"

typedef struct {
  const Store *store;
  Names *names;
  Arena *arena; // for the findings
  Array(Finding) found;
  uint32_t suggestions;
} FindingList;

// Adds the findings of an entry that begins at `start`.
void findings_add(FindingList *self, const EntryFinding *kept, size_t count, uint32_t start);

// All that were added. Ends the list.
Findings findings_finish(FindingList *self);

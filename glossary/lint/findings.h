// Findings: what rules found, put as the caller sees it: with places in files, names as they are
// now, and the nearest name where one is missing. Private to linter.c.
#pragma once

#include "../rules/rule.h"
#include "suppress/directives.h"

typedef struct {
  const Store *store;
  Names *names;
  GlossaryFile *file;
  Arena *arena; // for the findings
  Array(Finding) found;
  Directives directives;
  uint32_t suggestions, moves; // how many were looked for
  uint32_t counts[RULES_MAX];  // of entries with a finding of this rule, by its number
} FindingList;

FindingList findings_list(const Store *store, Names *names, GlossaryFile *file, Arena *arena);

// Adds the findings of an entry that begins at `start`; NULL: of the preamble.
void findings_add(FindingList *self, const EntryFinding *kept, size_t count, uint32_t start,
                  const Entry *entry);

// All that were added, but for those that are told only of few entries and that too many have, and
// those that a directive suppresses; severities by the settings (may be NULL). Ends the list.
Findings findings_finish(FindingList *self, const RuleSettings *settings);

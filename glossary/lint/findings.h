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
  bool too_many[RULES_MAX];    // by the number of the rule: its findings are not to be told
} FindingList;

FindingList findings_list(const Store *store, Names *names, GlossaryFile *file, Arena *arena);

// Adds the findings of an entry that begins at `start`; NULL: of the preamble. Those of rules that
// too many entries have are left out.
void findings_add(FindingList *self, const EntryFinding *kept, size_t count, uint32_t start,
                  const Entry *entry);

// All that were added, but for those that a directive suppresses; severities by the settings (may
// be NULL). Ends the list.
Findings findings_finish(FindingList *self, const RuleSettings *settings);

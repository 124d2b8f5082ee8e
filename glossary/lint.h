// Lint: what is wrong with the glossary, as data.
//
// Rules are listed in one table (rules/rules.c), one file each. A rule sees one entry, or the
// preamble of a file, and adds findings. Findings are kept per entry; an edit drops those of the
// entries it touched. What depends on other entries (does this name exist? who else has it?) is
// answered by names.h, which knows who asked: only they are looked at again when the answer
// changes.
#pragma once

#include "names.h"
#include "store.h"

typedef enum { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_INFO, SEVERITY_HINT } Severity;

typedef struct {
  const char *id; // kebab-case; never changes its meaning
  Severity severity;
  const char *summary; // one line
} RuleInfo;

typedef struct {
  const GlossaryFile *file;
  Range range; // in that file
  Slice message;
} Related;

typedef struct {
  const RuleInfo *rule;
  Severity severity; // the rule's own, or milder
  Range range;       // in the file
  Slice message;     // a sentence without final period, for a tired person
  Related *related;
  uint32_t related_count;
} Finding;

typedef struct {
  Finding *items;
  uint32_t count;
} Findings;

// All rules, ascending by id.
const RuleInfo *const *lint_rules(size_t *count);
const char *severity_name(Severity severity); // "error", "warning", "info", "hint"

typedef struct Linter Linter;

Linter *linter_new(const Store *store); // borrowed; outlives the result
void linter_delete(Linter *self);

// Follows a change of the store. To be called for each one, in order, before store_change_free.
void linter_apply(Linter *self, const StoreChange *change);

// Does a part of what linter_check has to do: finds out the findings of at most `most` entries that
// are not known yet. True when all of the file are known, so that linter_check only has to hand
// them out.
bool linter_work(Linter *self, GlossaryFile *file, size_t most);

// All findings in `file`, a file of the store, ascending by range and rule. Work is done for
// entries whose findings are not known yet. The result lives in `arena`.
Findings linter_check(Linter *self, GlossaryFile *file, Arena *arena);

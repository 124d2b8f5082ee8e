// Linter: what is wrong with the glossaries.
//
// Rules are listed in one table (rules/rules.c), one file each. A rule sees one entry, or the
// preamble of a file, and adds findings. They are kept per entry, those that the entry's own bytes
// give apart from those that hang on others. An edit drops those of the entries it touched. What
// depends on other entries (does this name exist? who else has this sentence?) is answered by
// names.h and facts.h, which know who asked: only they are looked at again when the answer changes.
#pragma once

#include "rules.h"

typedef struct Linter Linter;

Linter *linter_new(const Store *store); // borrowed; outlives the result
void linter_delete(Linter *self);

// Follows a change of the store. To be called for each one, in order, before store_change_free.
void linter_apply(Linter *self, const StoreChange *change);

// Does a part of what linter_check has to do: finds out the findings of at most `most` entries that
// are not known yet. True when all of the file are known, so that linter_check only has to hand
// them out.
bool linter_work(Linter *self, GlossaryFile *file, size_t most);

// All findings in `file`, a file of the store, ascending by range and rule: those that a comment in
// the file suppresses left out, comments that suppress nothing reported, severities as `settings`
// say (NULL: as the rules say). Work is done for entries whose findings are not known yet. The
// result lives in `arena`.
Findings linter_check(Linter *self, GlossaryFile *file, const RuleSettings *settings, Arena *arena);

// Proposals: what can be written at the cursor, for an editor and for the command line.
#pragma once

#include <glossary/match/query.h>

// As query_completions for the words before `cursor`. One blank or hyphen right before the cursor
// belongs to what is typed: only terms of several words that go on after it are proposed then.
Completions proposals_at(Terms *terms, Scope scope, Slice text, uint32_t cursor, Arena *arena);

// Pulled diagnostics: what the client is told when it asks, of one document.
//
// The id of a result is a digest of its diagnostics, so that nothing has to be remembered to say
// that they are unchanged.
#pragma once

#include "lint/checker.h"
#include "protocol/params.h"

// The answer to textDocument/diagnostic. With the diagnostics of a glossary come those of the other
// open glossaries that have changed since the client heard of them; of documents it is told by a
// workspace/diagnostic/refresh, for reading them may take a while.
json_t *pull_answer(const Checker *checker, const Abilities *abilities, const Params *params,
                    Arena *arena);

// The id of a result of diagnostics with that digest.
Slice pull_result_id(uint64_t digest, Arena *arena);

// A report of the diagnostics `items` (taken over), or that they are what the result `previous` was
// (empty: there was none). `digest` of them comes back.
json_t *pull_report(json_t *items, Slice previous, uint64_t *digest, Arena *arena);

// Typing: what follows from one key that was pressed in a glossary. Fields and tables go on by
// themselves, and tables stay aligned while they are written.
//
// What is typed goes on at once, so the caret has to stay where it is: in its own line nothing is
// changed behind it, and before it only blanks and dashes. Code is never touched.
#pragma once

#include "../edit.h"
#include "../store.h"

// `typed` stands right before `offset`.
//
//   line end   behind a field: the new line begins with `- `; behind a `- ` that is empty: the
//              mark goes away. The same for rows of a table and `| `, and the table is aligned
//   |          at the end of a row that has as many cells as its head: the table is aligned
//
// No edits for anything else, and none in a page. In `arena`.
Edits format_typed(const GlossaryFile *file, uint32_t offset, char typed, Arena *arena);

// Parts: the running text of a document, as tests write it down.
#pragma once

#include <glossary/prose/prose.h>

// Fails unless the parts ascend, lie in `text` and are not empty, and the comments to Gloss ascend,
// lie in `text` and in no part.
void parts_check_order(Slice text, const Prose *prose);

// Fails unless the parts are these: each with a sign before it, `+` when it is joined to the part
// before, `_` when a line end lies between, `|` when it is apart. A formula is written as `$`.
void parts_check(const char *text, const Prose *prose, const char *wanted);

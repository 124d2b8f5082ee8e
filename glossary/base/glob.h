// Glob: patterns over paths, as in .gitignore. `*` and `?` stop at `/`, `**` does not, `[a-z]` and
// `[!a-z]` are sets, `\` takes the next character as it is.
#pragma once

#include "slice.h"

// Whether the whole of `path` (relative, parts separated by `/`) matches `pattern`. A pattern
// without a
// `/` before its end matches the last part at any depth; a leading `/` anchors and is not part of
// it; a pattern that ends in `/` matches only when `is_folder`. Takes time proportional to both
// lengths at most.
bool glob_match(Slice pattern, Slice path, bool is_folder);

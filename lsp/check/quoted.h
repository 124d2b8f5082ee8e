// Quoted: names of files as they stand in a patch. A name with bytes that could be misread is
// written as in C, as git does it: "caf\303\251.md".
#pragma once

#include "terminal/printed.h"

#include <glossary/base/arena.h>

// Writes `prefix` and `name` as one name.
void quoted_write(Printed *out, Slice prefix, Slice name);

// Reads the name at the start of `text`, which ends at its closing quote, else at a tab or the end.
// In `arena`.
Slice quoted_read(Slice text, Arena *arena);

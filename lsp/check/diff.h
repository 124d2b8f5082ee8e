// Diff: two texts as a patch, as `git diff` writes it and `git apply` takes it.
#pragma once

#include "terminal/printed.h"

#include <glossary/base/arena.h>

// Appends what turns `before` into `after`, with three lines of context; nothing when they are the
// same. `name` is the path of the file, relative, `/` between its parts.
void diff_write(Printed *out, Slice name, Slice before, Slice after);

// The same for the file `path`, absolute, by the name that git has for it: from the top of its work
// tree, or from the current folder where there is none; an empty path is standard input. Neither
// text holds the byte order mark that the file begins with if `has_mark`.
void diff_write_file(Printed *out, Slice path, bool has_mark, Slice before, Slice after,
                     Arena *arena);

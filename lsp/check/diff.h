// Diff: two texts as a patch, as `git diff` writes it and `git apply` takes it.
#pragma once

#include "terminal/printed.h"

// Appends what turns `before` into `after`, with three lines of context; nothing when they are the
// same. `name` is the path of the file, relative, `/` between its parts.
void diff_write(Printed *out, Slice name, Slice before, Slice after);

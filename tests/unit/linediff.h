// Line diff: which lines two short texts do not share.
#pragma once

#include <glossary/base/slice.h>

typedef void LineChange(void *context, bool added, Slice line);

// Calls `change` for each line of `old` that is gone and each line of `now` that is new, in the
// order of the texts. Line ends do not count. Takes the product of their lengths.
void line_diff(Slice old, Slice now, LineChange *change, void *context);

// Remarks: comments in which somebody speaks to Gloss. Every reader asks about each comment it
// meets, and about nothing else.
#pragma once

#include "prose.h"

// Keeps `comment` when what stands in `inside`, the bytes between its marks, begins with `gloss-`.
// False: it is a comment like any other.
bool remark_add(Prose *prose, Slice text, Range comment, Range inside);

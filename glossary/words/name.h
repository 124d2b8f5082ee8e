// Name: a whole term, folded for comparing and sorting: words folded, joints one space, symbols
// kept.
#pragma once

#include "../base/arena.h"
#include "../base/fold.h"

// Replaces the contents of `out` by the folded name.
void name_fold(Slice name, FoldBuffer *out);

// The same as a copy in `arena`: equal keys name the same term.
Slice name_key(Slice name, Arena *arena);

// Whether two folded names are the same but for the number of their last word.
bool name_agrees(Slice folded_a, Slice folded_b);

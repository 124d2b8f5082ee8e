// Hunks: where the lines of two texts differ.
//
// Lines that stand once in both texts are taken for the same line, as far as they keep their order;
// between them the same is done again (the “patience” way). That finds few changes in a large text
// at once, takes no more than a sort of the lines each time, and shows a moved paragraph as one. It
// is not always the least that could be said.
#pragma once

#include "array.h"
#include "slice.h"

typedef Array(Slice) Lines;

// Lines with their ends, `\n`; the last may lack it.
Lines lines_of(Slice text);

// Lines [old_start, old_end) of the text before gave way to [new_start, new_end) of the one after,
// both from 0. One of the two may be empty.
typedef struct {
  uint32_t old_start, old_end, new_start, new_end;
} Hunk;

typedef Array(Hunk) Hunks;

// Ascending; between two of them stands at least one line that is the same.
Hunks hunks_between(const Lines *before, const Lines *after);

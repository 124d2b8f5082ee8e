// Dashes: the second row of a table, as pages and as laid out tables have it. Private to flatten.
#pragma once

#include "../base/array.h"
#include "../base/slice.h"

typedef Array(char) Flat;

// Whether `line` is a row of dashes, with blanks around them, whose bars stand below those of
// `head`: a table that was laid out. Reflow writes no blanks there.
bool dashes_are_filled(Slice head, Slice line);

// Writes it with the dashes that a page has: two more than the cell of the head has characters.
void dashes_shorten(Slice head, Slice line, Flat *out);

// Sort: the entries of a file in the order of their names. Private to format/.
#pragma once

#include "compose.h"
#include "rewriting.h"

// Rewrites the whole file, its entries in order. False, and nothing is written, where they stand in
// it already, and where a fence or a comment is never closed: what stands behind it decides where
// it ends. Sections keep their place, and so do entries with a comment that changes what is told
// from there on; nothing moves across them.
bool rewrite_sorted(Composer *composer, const Pieces *pieces, const Composed *composed,
                    Rewriting *out);

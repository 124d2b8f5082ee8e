// Meaning: whether what was laid out still says the same. Private to format/.
#pragma once

#include "pieces.h"

// Whether two pieces, written in different ways, are the same entry, or the same section. `before`
// is what the store read of it; NULL for a section.
bool same_meaning(const Entry *before, const Parts *old, const Parts *new, const FileFacts *facts,
                  Arena *scratch);

// Moving: the fix that puts an entry where it belongs by the alphabet.
#pragma once

#include "finding.h"

// False when the entry stands there already, its place is not clear, or more than entries stands
// between it and its place's neighbours. Certain where the file keeps the order otherwise.
bool moving_fix(const GlossaryFile *file, uint32_t index, Fix *fix, Arena *arena);

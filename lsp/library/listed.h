// Listed: which files a gloss.json names as its glossaries.
#pragma once

#include "config/config.h"

#include <glossary/base/arena.h>

// Whether some glossary of the gloss.json is the file `path`, or matches it, whether it is there or
// not.
bool listed_has(const Config *config, Slice path);

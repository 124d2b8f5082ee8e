// Listed: which files a gloss.json names as its glossaries.
#pragma once

#include "config/configs.h"

// Whether some glossary of a gloss.json that was read so far is the file `path`, or matches it,
// whether it is there or not. `configs` may be NULL.
bool listed_by_any(const Configs *configs, Slice path);

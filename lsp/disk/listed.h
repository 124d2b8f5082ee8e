// Listed: which files a gloss.json names as its glossaries.
#pragma once

#include "config/config.h"

#include <glossary/base/arena.h>

// One of config_glossaries, with its folder.
typedef struct {
  Slice path;    // absolute: the file or folder; of a glob the folder below which its files are
  Slice pattern; // what paths below it match; empty: no glob
} Listed;

Listed listed_read(const Config *config, const ConfigGlossary *glossary, Arena *arena);

// Whether some glossary of the gloss.json is the file `path`, or matches it, whether it is there or
// not.
bool listed_has(const Config *config, Slice path);

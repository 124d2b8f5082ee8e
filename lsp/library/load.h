// Load: what the parts of a library's loading share. Private to library.c and listed.c.
#pragma once

#include "library.h"

#define LOAD_NO_GLOSSARY "holds no glossary (*.gloss, *.gloss.md, GLOSSARY.md)"

typedef struct {
  Loaded *loaded;
  Arena *arena;
  const atomic_bool *stopped;
  bool root_of_listed_is_empty; // --config: what it names applies everywhere
  bool any_listed;              // some gloss.json names glossaries, there or not
} Load;

bool load_is_stopped(const Load *self);

// False when it cannot be had, and why, as for file_read. `path` ends with a NUL.
bool load_file(Load *self, Slice path, Slice root, Slice *problem);

// Loads the glossaries that the gloss.json names. What cannot be had becomes a problem of it.
void load_listed(Load *self, Config *config);

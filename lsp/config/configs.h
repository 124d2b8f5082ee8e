// Configs: which gloss.json holds where: for a file the nearest one from its folder upward, as a
// whole. The search ends at the top of the git work tree, or at the root of the file system where
// there is none.
//
// Each folder is looked into once. Whoever looks must be alone; what has been looked at may be
// asked by any thread afterwards.
#pragma once

#include "config.h"

#include <glossary/base/arena.h>

typedef struct {
  Slice file; // --config: it holds for all files; empty: those that are found
  bool none;  // --no-config: none holds
} ConfigChoice;

typedef struct Configs Configs;

// Reads the chosen file at once, if there is one.
Configs *configs_new(ConfigChoice choice);
void configs_delete(Configs *self); // may be NULL

// The one that holds in `folder` (absolute); NULL: none. Reads what it has not read yet.
const Config *configs_look(Configs *self, Slice folder);

// The one that holds for the file or folder `path`, as far as it has been looked for: asks no disk.
const Config *configs_of(const Configs *self, Slice path);

// Whether the folder was looked into.
bool configs_know(const Configs *self, Slice folder);

// All that were read, in the order in which they were found.
size_t configs_count(const Configs *self);
Config *configs_at(const Configs *self, size_t index);

// Whether both read the same files with the same bytes. Either may be NULL: then nothing was read.
bool configs_same(const Configs *a, const Configs *b);

// Watched: which folders and files are to be watched, after glossaries were read.
#pragma once

#include "library/library.h"
#include "watch.h"
#include <glossary/store.h>

// All is borrowed.
typedef struct {
  const Store *store; // the glossaries that are loaded
  const Paths *named; // those that were named on the command line
  bool folders_too;   // the folders that were read, which nobody else watches
} Watched;

// Makes `watch` follow what was read in `loaded`. `since`: as for watch_follow.
void watched_follow(const Watched *self, Watch *watch, const Loaded *loaded, uint64_t since);

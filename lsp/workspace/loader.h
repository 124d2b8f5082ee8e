// Loader: reads the glossaries from the disk on a worker thread, so that the loop never waits for a
// folder.
#pragma once

#include "library/library.h"
#include <uv.h>

typedef struct Loader Loader;

typedef struct {
  // Called on the loop. The callee takes over the files (and empties the array) and maybe the
  // configs (and leaves NULL); the rest lives
  // until it returns. `since`: when the load began, by watch_now().
  void (*done)(void *context, Loaded *loaded, uint64_t since);
  void *context;
} LoaderEvents;

// `source` is borrowed and may change between loads, on the loop thread.
Loader *loader_new(uv_loop_t *loop, const LibrarySource *source, LoaderEvents events);

// Once the loop has run dry.
void loader_delete(Loader *self);

// Loads once more from now on. While a load is under way, another one follows it.
void loader_run(Loader *self);

// Gives up a load that is under way, starts no further one and reports none.
void loader_stop(Loader *self);

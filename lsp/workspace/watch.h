// Watch: our own news of files, through libuv, for clients that send none.
//
// Folders are watched, not files: a file that is replaced by a rename is still seen. What is
// reported is only that something may have changed, a moment after it did, so that a burst of
// events is one. The moment grows with the time that reading takes, so that what changes all the
// time is not read all the time.
#pragma once

#include "disk/files.h"
#include "protocol/client.h"
#include <uv.h>

typedef struct Watch Watch;

typedef struct {
  void (*changed)(void *context);
  // Whether what becomes of the file or folder `path` counts, besides what is followed.
  bool (*concerns)(void *context, Slice path);
  void *context;
} WatchEvents;

// `client` is borrowed: it hears when a folder cannot be watched.
Watch *watch_new(uv_loop_t *loop, const Client *client, WatchEvents events);

// The time of the files' clock, in nanoseconds.
uint64_t watch_now(void);

// From now on watches exactly `folders`, and cares for `files` in them as for everything that
// concerns the owner. Both ascend, and their paths end with a NUL. `since`: when those were about
// to be read, by watch_now(); what changed in the meantime is reported too.
void watch_follow(Watch *self, const Paths *folders, const Paths *files, uint64_t since);

// Reports nothing any more and closes its handles on the loop.
void watch_stop(Watch *self);

// Once the loop has run dry.
void watch_delete(Watch *self);

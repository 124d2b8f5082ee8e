// Progress: how far long work has come, as one line on the terminal that is cleared again.
// Elsewhere than on a terminal, and for short work, nothing.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef struct {
  FILE *stream; // NULL: nobody looks
  size_t total;
  uint64_t next; // when to tell again, in ms
  bool shared;   // stdout is a terminal too, and what is written there meets the line
  bool shown;
} Progress;

// For `total` files, on stderr if that is a terminal.
Progress progress_new(size_t total);

// Tells that `done` files are done, half a second after the beginning and then now and then.
void progress_step(Progress *self, size_t done);

// The same at a time, in ms by any clock.
Progress progress_begin(FILE *stream, size_t total, uint64_t now);
void progress_step_at(Progress *self, size_t done, uint64_t now);

// Takes the line away: in the end, and before anything else is written to stderr. It comes back.
void progress_clear(Progress *self);

// The same before something is written to stdout, where that is the same terminal.
void progress_make_way(Progress *self);

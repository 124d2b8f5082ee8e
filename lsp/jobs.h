// Jobs: a list of jobs, done on several threads, what each gives handed over in the order of the
// list. Whoever takes it so sees the same, whatever the number of threads.
//
//   jobs      0  1  2  3  4  5  6  7  8 …
//             handed  |  done or under way  |  not begun
//                     '---- the window -----'
//
// The window is bounded, in jobs and in what their results weigh: a slow job at its front keeps the
// others waiting, instead of letting their results fill the memory.
#pragma once

#include <stdbool.h>
#include <stddef.h>

typedef struct {
  void *value;
  size_t weight; // bytes, about
} JobResult;

typedef struct {
  size_t count;
  unsigned threads; // 0: as many as the machine has room for; 1: the calling thread does it all
  // Does job `index`: on any thread, several at a time. What went wrong is part of the value.
  JobResult (*work)(void *context, size_t index);
  // Takes over the value of job `index`, in order, on the calling thread. False: begin no further
  // job; those under way are still handed over.
  bool (*take)(void *context, size_t index, void *value);
  void *context;
} Jobs;

// Returns when all is handed over. Threads that cannot be had are done without.
void jobs_run(const Jobs *jobs);

// Process: one run of a program from spawn to exit and what it used; work done apart.
#pragma once

#include <sys/resource.h>

typedef struct {
  double wall_ms, cpu_ms, peak_mb;
  int status; // of exit; 128 and the signal; -1 when it could not be started
} Run;

// Runs `argv` in the folder `folder` (NULL: this one) with its stdout and stderr in the files named
// (NULL: nowhere).
Run process_run(char *const argv[], const char *folder, const char *out, const char *error);

// From here on this process, and what it starts, runs on that core (from 0) only; where there is no
// such core, or nobody can say so, nothing changes.
void keep_to_core(int core);

// The most memory that was used at a time.
double peak_megabytes(const struct rusage *usage);

// Does the work in a process of its own and waits for it; returns its status. Until its exec a
// child counts the memory of the one that started it as its own: what needs much of it is done
// apart, so that it does not stand in the figures of programs started later.
int work_apart(void (*work)(const void *context), const void *context);

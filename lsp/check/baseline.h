// Baseline: findings that a project knows of and lives with, so that only new ones are reported.
//
//   {"version": 1, "findings": [
//     {"file": "docs/a.md", "rule": "avoided-term", "subject": "main branch", "text": "master",
//     "count": 2}
//   ]}
//
// A finding is known by its file (relative to the folder of the baseline file), its rule, its term
// and the text it marks, white space aside: not by its place, so that what is written elsewhere in
// the file does not matter. `count` such findings are known; one more is new.
#pragma once

#include "disk/files.h"

#include <glossary/lint/finding.h>

typedef struct Baseline Baseline;

// Reads the file `path` (absolute). NULL when it cannot be had, and why: a sentence without the
// path, but with the line where there is one ("12: …").
Baseline *baseline_read(Slice path, Slice *problem, Arena *arena);

// One that knows nothing yet.
Baseline *baseline_new(Slice path);
void baseline_delete(Baseline *self);

// Says of each of the findings in the file `file` (absolute) whether it is known. Safe on any
// thread.
void baseline_know(const Baseline *self, Slice file, const Findings *findings, Slice text,
                   bool *known);

// Tells what was found in the end in a file that was checked. One thread.
void baseline_found(Baseline *self, Slice file, const Findings *findings, Slice text);

// What is known of files that were checked, and was not found there any more.
typedef struct {
  Slice file; // as in the baseline
  Slice rule, subject, text;
  uint32_t count; // how many fewer than it says
} StaleFinding;

// Ascending; borrowed until the next call.
const StaleFinding *baseline_stale(Baseline *self, size_t *count);

// Writes the file anew: what was found in the files that were checked, and what it says of others,
// but for files that are gone. False when it cannot be written, and why.
bool baseline_write(Baseline *self, Slice *problem, Arena *arena);

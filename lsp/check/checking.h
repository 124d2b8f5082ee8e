// Checking: one run of `gloss check`.
//
//   targets -> glossaries (this thread; fixed first, for their terms are what documents use)
//           -> documents  (all threads)  -> report, in the order of the targets (this thread)
#pragma once

#include "command/session.h"
#include "jobs.h"
#include "outcome.h"
#include "report/report.h"
#include "tally.h"
#include "targets.h"
#include "terminal/progress.h"

#include <glossary/lint/document/census.h>

typedef struct {
  Session *session;
  CheckMode mode;
  const ReportFormat *format;
  bool by_lines; // --changed-lines: `changed` holds them
  Changed changed;
  Baseline *baseline; // NULL: there is none
  Targets targets;
  Outcome *outcomes; // of the glossaries, beside their targets
  Terms *terms;      // up to date, so that any thread may ask
  Census *census;    // of all documents, where a rule asks for it; else NULL
  Report *report;    // NULL until it begins; with CHECK_DIFF a patch takes its place
  Progress progress;
  Tally tally;
} Checking;

// Reads the files that --changed-lines and --baseline name. False when they cannot be had; then it
// has said why.
bool checking_open(Checking *self);

// Checks all targets, fixes what is to be fixed, and writes the report.
void checking_run(Checking *self);

// Writes the baseline, or tells what of it is no longer needed.
void checking_close(Checking *self);
void checking_free(Checking *self);

// --- what its parts share ---

Sieve checking_sieve(const Checking *self, const Target *target);
void check_glossaries(Checking *self); // fills `outcomes`
void check_documents(Checking *self);  // and tells of all targets in order

// A job for each target, with the checking as its context.
void checking_jobs(Checking *self, JobResult (*job)(void *, size_t),
                   bool (*done)(void *, size_t, void *));

// Tells of one target, on the thread of the session, and ends its outcome.
void checking_tell(Checking *self, const Target *target, Outcome *outcome);

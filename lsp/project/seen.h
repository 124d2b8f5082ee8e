// Seen: what was found in the documents of the workspace when they were looked at last, so that a
// file that has not changed is not read again.
#pragma once

#include "reader.h"
#include "workspace/kept.h"

typedef struct {
  Slice path; // owned
  uint64_t size, changed_at;
  Basis basis;     // of terms and settings
  uint64_t digest; // of its diagnostics
  bool clean;      // there were none
} Seen;

typedef Array(Seen) SeenArray;

typedef struct {
  SeenArray before; // from the listing before this one; ascending by path
  SeenArray now;    // of this one, in the order of seen_remember
} SeenFiles;

// What was found in the file in the listing before; NULL: it was not looked at, has changed since,
// or what its findings hang on is another.
const Seen *seen_before(const SeenFiles *self, const ListedFile *listed, Basis basis);

void seen_remember(SeenFiles *self, const ListedFile *listed, Basis basis, uint64_t digest,
                   bool clean);

// This listing has ended. What was remembered before stays for files that were not come to when it
// is not `complete`.
void seen_end(SeenFiles *self, bool complete);

void seen_free(SeenFiles *self);

// Stretches: a document cut where reading begins anew, kept while it is edited, with what was found
// in each. Private to document.c.
//
//   |  known  |  known  | ~~~ not cut ~~~ |  known  | ... |
//                         an edit was here
//
// An edit makes one stretch of all it touched, that is to be cut again. If its end is no cut any
// more, since a fence is open there, it takes in those that follow, twice as much each time.
#pragma once

#include "labels.h"
#include "stretch.h"

typedef struct {
  uint32_t len; // in bytes
  bool cut;     // begins and ends where a piece does, and `defines` says which labels it has
  bool known;   // `found` is what is to be found
  Found found;
  LabelIds defines;
} Stretch;

typedef struct {
  Array(Stretch) items; // one after the other, they are the document; none: nothing is known of it
  uint32_t least;       // a stretch is cut no shorter without need
  uint32_t window;      // how much is looked at for the next cut
  uint32_t reach;       // how much is taken in at least where an end is no cut any more
  bool done;            // all stretches are cut and known
  Labels *labels;
} Stretches;

Stretches stretches_new(uint32_t least);
void stretches_free(Stretches *self);

void stretches_edit(Stretches *self, Range range, uint32_t added);
void stretches_reset(Stretches *self);

// As document_lint_work.
bool stretches_work(Stretches *self, const Search *search, Text *text, size_t most);

// The stretches of a document, for who counts what is in them.
const Stretches *document_lint_stretches(const DocumentLint *lint);

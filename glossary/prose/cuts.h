// Cuts: stretches that turn out to be no running text after a reader has written its parts.
#pragma once

#include "prose.h"

// The link says how what stands on both sides hangs together.
typedef Part Cut;
typedef Array(Cut) Cuts;

static const Cut NO_CUT = {0}; // of no length

// Takes the bytes of all cuts out of the parts from `first` on. Cuts ascend and do not overlap.
void cuts_apply(const Cuts *cuts, Prose *prose, size_t first);

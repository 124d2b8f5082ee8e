// Merging: the fixes for an entry that stands in its file a second time.
#pragma once

#include "../rule.h"

// Adds what can be done with this entry, given the one before it that says the same: a
// word-for-word copy is removed for certain; else, in the Markdown dialect, its fields and its body
// may go to the end of those of the other.
void add_merging(RuleContext *context, EntryFinding *finding, const Entry *into);

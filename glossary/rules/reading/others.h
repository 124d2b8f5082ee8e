// Others: what rules need to know of entries that share a name with the one they look at.
#pragma once

#include "../rule.h"

enum {
  RIVALS_LOOKED_AT = 200,  // of those that claim one form: each costs a comparison
  SHARED_PLACES_MAX = 4,   // places named; a message tells how many there are
  SHARED_LOOKED_AT = 1000, // entries of one name; looking at all for each would cost their square
  FORMS_LOOKED_AT = 64,    // of one entry
};

// Points at `other`, among the first places of the finding: which ones are named must not depend on
// the order in which they came.
void relate_in_order(RuleContext *context, EntryFinding *finding, const Entry *other,
                     Slice message);

// Whether two entries may mean one thing: they serve the same documents, and no category says that
// they stand for different senses.
bool may_mean_the_same(const Entry *a, const Entry *b);

// Whether the matcher takes `text` as a whole for `form`.
bool form_finds(Slice form, MatchMode match, Slice text);

// The first form of `entry`, avoided ones apart, that reads like `text` and is found where `text`
// is, or the other way round. NULL: none.
const Form *form_alike(const RuleContext *context, const Entry *entry, Slice text,
                       MatchMode text_match);

// Typed: what stands before the cursor, as the words of a name that is being written.
//
//   We built a warm orchard w|      words: We built a warm orchard w       any last few may be
//   meant return cachedKernelFu|          words: cached Kernel Fu                the parts of an
//   identifier
#pragma once

#include "../base/fold.h"
#include "../words/words.h"
#include "likeness.h"

typedef struct {
  uint32_t start; // in the text
  uint32_t name;  // where it starts in `folded`
  bool symbol;
} TypedWord;

typedef struct {
  Array(TypedWord) words; // none: nothing is being typed
  FoldBuffer folded;      // as by lexicon_fold
  uint32_t end;           // of what was typed: the cursor
  bool joint;             // a blank, a hyphen or an underscore was typed after the last word
  bool identifier;
} Typed;

// The words of the line before `offset`, as far as they are looked at.
Typed typed_words(Slice text, uint32_t offset);

// The parts of the identifier before `offset`. `hyphens`: they may hold it together.
Typed typed_identifier(Slice text, uint32_t offset, bool hyphens);
void typed_free(Typed *self);

// The name that begins with word `first`, with a space at its end when a joint was typed.
Slice typed_name(const Typed *self, size_t first);

// Whether a form that is like the name from word `first` on, in this way, may be meant. Where
// little was typed, or a word that only holds sentences together, hardly anything is. Of an
// identifier all parts are meant, or the last few in full.
bool typed_may_be(const Typed *self, size_t first, Likeness how);

// Whether more letters may be like forms that these are not like yet: the last word is short, or an
// identifier, which may still change its style.
bool typed_is_early(const Typed *self);

// Heading: an entry's name and what the parenthesis at its end means.
#pragma once

#include "base/slice.h"

typedef enum { PAREN_NONE, PAREN_ABBREVIATION, PAREN_EXPANSION, PAREN_DISAMBIGUATOR } ParenRole;

typedef struct {
  Slice headword; // the name without its parenthesis
  Slice paren;    // what stands between ( and ); empty when there is none at the end
  ParenRole role;
} Heading;

// Both slices are parts of `name`. A name whose parenthesis is empty or not closed is all headword.
Heading heading_read(Slice name);

// Whether `abbreviation` is made of `phrase`: its words (small ones like `of` may be left out, and
// any at the end) give their first letters, in order, and may give more of their letters: EUV of
// extreme ultraviolet lithography. At least two words give something; one word alone is abbreviated
// only by its beginning.
bool is_abbreviation_of(Slice abbreviation, Slice phrase);

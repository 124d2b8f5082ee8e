// Acronym: which words of a text are short for others, and whether words beside one spell it out.
#pragma once

#include "../../words/words.h"

// Whether the word may be one: two to six letters and digits, all capitals but for the `s` of a
// plural, and none of those that are cried, counted or known to everybody.
bool acronym_is(Slice word);

// The acronym without the `s` of a plural.
Slice acronym_singular(Slice word);

// Whether words of `text` next to token `at`, on either side, begin with its letters.
bool acronym_is_spelt_out(Slice text, const Tokens *tokens, size_t at);

// Nearest: the word somebody meant by a word that does not exist.
#pragma once

#include <glossary/slice.h>

// The one of `count` words closest to `word` by typing errors, or an empty slice when none is
// close: at most one error for every three letters. For short lists of short words.
Slice nearest_word(Slice word, const Slice *words, size_t count);

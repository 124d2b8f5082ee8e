// Lists of matches: their order, and which of them count. Private to index_scan.c.
#pragma once

#include "index.h"

// Puts the matches from `first` on in order: by start, longest first, by rank, entry and form.
// Takes out what was found twice, and what was found by other diacritics only where a closer
// spelling has the same range.
void matches_settle(Matches *self, size_t first);

// Of settled matches, keeps the leftmost and of those the longest.
void matches_keep_longest(Matches *self, size_t first);

// Puts `others`, settled, among the matches from `first` on, of which none overlap: the leftmost
// and longest of those that overlap none of them.
void matches_fill_in(Matches *self, size_t first, Matches *others);

// Sorting of names. Private to lexicon*.c.
#pragma once

#include "../base/slice.h"

typedef struct {
  uint64_t head;  // the next eight letters from `at` on, the first one in the highest place
  uint32_t start; // of the name, which ends in a NUL
  uint32_t at;    // behind the head
  uint32_t id;
} SortItem;

// Sorts by the letters of the names in `names`, spaces left out, equal ones as they come. `at` is
// where each name starts.
void lexicon_sort(SortItem *items, size_t count, const char *names);

// Edit: a change of a text, as data.
#pragma once

#include "base/arena.h"

// Puts `text` in the place of `range`.
typedef struct {
  Range range;
  Slice text;
} Edit;

// Ascending by place; they do not overlap.
typedef struct {
  Edit *items;
  size_t count;
} Edits;

// Makes some edits, ascending and not overlapping. In `arena`.
Slice edits_apply(const Edit *edits, size_t count, Slice text, Arena *arena);

// One list that does what `first` and then `second` do; `middle` is the text between the two.
Edits edits_compose(const Edits *first, const Edits *second, Slice middle, Arena *arena);

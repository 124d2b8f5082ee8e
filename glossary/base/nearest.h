// Nearest: the candidate a misspelt word was probably meant to be.
#pragma once

#include "slice.h"

typedef struct {
  Slice wanted;
  Slice best; // empty while no candidate is near enough
  uint32_t distance;
  uint64_t letters;    // which occur in wanted
  uint64_t where[256]; // a bit for each place of wanted at which the byte stands
} Nearest;

Nearest nearest_to(Slice wanted);

// Takes `candidate` when it is nearer than the best so far: fewer insertions, deletions,
// replacements and swaps of neighbours, ASCII case aside, and at most one in three letters.
void nearest_offer(Nearest *self, Slice candidate);

// One bit a letter that occurs, for those who offer the same candidates again and again.
uint64_t nearest_letters(Slice s);
void nearest_offer_known(Nearest *self, Slice candidate, uint64_t letters);

// Whether `written` is `meant` but for one slip of the keyboard: a letter left out, doubled, or
// swapped with its neighbour. ASCII case aside; words of four letters and more.
bool is_slip(Slice written, Slice meant);

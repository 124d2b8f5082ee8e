#include "nearest.h"

enum { LONGEST = 64 }; // longer words are not compared: nobody misspells them as a whole

static uint8_t low(char c) {
  return (uint8_t)byte_lower(c);
}

// One bit a letter that occurs. One edit changes at most two bits, so words whose bits differ in
// more are further apart than that: most candidates are passed over by this.
uint64_t nearest_letters(Slice s) {
  uint64_t bits = 0;
  for (size_t i = 0; i < s.len; i++) bits |= UINT64_C(1) << (low(s.ptr[i]) & 63);
  return bits;
}

Nearest nearest_to(Slice wanted) {
  Nearest self = {.wanted = wanted, .distance = (uint32_t)wanted.len / 3 + 1};
  self.letters = nearest_letters(wanted);
  for (size_t i = 0; i < wanted.len && i < LONGEST; i++)
    self.where[low(wanted.ptr[i])] |= UINT64_C(1) << i;
  return self;
}

// Optimal string alignment distance. A column of the table of distances is known by the steps from
// row to row, each up, down or level, so a whole column fits into two words and the next one takes
// a few operations (Myers 1999; with swaps, Hyyrö 2003). Bit i speaks of the wanted word's letter
// i.
static uint32_t edit_distance(const Nearest *self, Slice candidate) {
  uint32_t rows = (uint32_t)self->wanted.len, distance = rows;
  uint64_t up = UINT64_MAX, down = 0, diagonal = 0, met_before = 0;
  if (rows == 0) return (uint32_t)candidate.len;
  for (size_t i = 0; i < candidate.len; i++) {
    uint64_t met = self->where[low(candidate.ptr[i])];
    uint64_t swapped = ((~diagonal & met) << 1) & met_before;
    diagonal = (((met & up) + up) ^ up) | met | down | swapped;
    uint64_t right_up = down | ~(diagonal | up), right_down = diagonal & up;
    distance += (right_up >> (rows - 1)) & 1;
    distance -= (right_down >> (rows - 1)) & 1;
    right_up = right_up << 1 | 1;
    up = right_down << 1 | ~(diagonal | right_up);
    down = diagonal & right_up;
    met_before = met;
  }
  return distance;
}

// Among candidates equally near the first in byte order is taken, so that the order in which they
// are offered does not matter.
static bool is_nearer(const Nearest *self, Slice candidate, uint32_t distance) {
  if (distance != self->distance) return distance < self->distance;
  return self->best.len && slice_cmp(candidate, self->best) < 0;
}

void nearest_offer(Nearest *self, Slice candidate) {
  nearest_offer_known(self, candidate, nearest_letters(candidate));
}

void nearest_offer_known(Nearest *self, Slice candidate, uint64_t letters) {
  size_t a = self->wanted.len, b = candidate.len;
  if (__builtin_popcountll(self->letters ^ letters) > 2 * (int)self->distance) return;
  if (a > LONGEST || b > LONGEST || (a > b ? a - b : b - a) > self->distance) return;
  uint32_t distance = edit_distance(self, candidate);
  if (!is_nearer(self, candidate, distance)) return;
  self->best = candidate;
  self->distance = distance;
}

static size_t common_start(Slice a, Slice b) {
  size_t len = 0;
  while (len < a.len && len < b.len && byte_lower(a.ptr[len]) == byte_lower(b.ptr[len])) len++;
  return len;
}

static bool rests_eq(Slice a, size_t a_from, Slice b, size_t b_from) {
  return slice_eq_ascii_case(slice_from(a, a_from), slice_from(b, b_from));
}

bool is_slip(Slice written, Slice meant) {
  size_t at = common_start(written, meant);
  if (written.len < 4) return false;
  if (written.len + 1 == meant.len) return rests_eq(written, at, meant, at + 1);
  if (written.len == meant.len + 1) {
    bool doubled = at && byte_lower(written.ptr[at]) == byte_lower(written.ptr[at - 1]);
    return doubled && rests_eq(written, at + 1, meant, at);
  }
  return written.len == meant.len && at + 1 < written.len &&
         byte_lower(written.ptr[at]) == byte_lower(meant.ptr[at + 1]) &&
         byte_lower(written.ptr[at + 1]) == byte_lower(meant.ptr[at]) &&
         rests_eq(written, at + 2, meant, at + 2);
}

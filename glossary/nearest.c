#include "nearest.h"

enum { LONGEST = 64 }; // longer words are not compared: nobody misspells them as a whole

static uint32_t min3(uint32_t a, uint32_t b, uint32_t c) {
  uint32_t least = a < b ? a : b;
  return least < c ? least : c;
}

static bool same(Slice a, size_t i, Slice b, size_t j) {
  return byte_lower(a.ptr[i]) == byte_lower(b.ptr[j]);
}

// Optimal string alignment distance, three rows at a time.
static uint32_t edit_distance(Slice a, Slice b) {
  uint32_t rows[3][LONGEST + 1];
  for (uint32_t j = 0; j <= b.len; j++) rows[0][j] = j;
  for (size_t i = 1; i <= a.len; i++) {
    uint32_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
    row[0] = (uint32_t)i;
    for (size_t j = 1; j <= b.len; j++) {
      row[j] = min3(above[j] + 1, row[j - 1] + 1, above[j - 1] + !same(a, i - 1, b, j - 1));
      bool swapped = i > 1 && j > 1 && same(a, i - 1, b, j - 2) && same(a, i - 2, b, j - 1);
      if (swapped && two_above[j - 2] + 1 < row[j]) row[j] = two_above[j - 2] + 1;
    }
  }
  return rows[a.len % 3][b.len];
}

// One bit a letter that occurs. One edit changes at most two bits, so words whose bits differ in
// more are further apart than that: most candidates are passed over by this.
static uint64_t letters(Slice s) {
  uint64_t bits = 0;
  for (size_t i = 0; i < s.len; i++) bits |= UINT64_C(1) << (byte_lower(s.ptr[i]) & 63);
  return bits;
}

Nearest nearest_to(Slice wanted) {
  return (Nearest){.wanted = wanted, .distance = (uint32_t)wanted.len / 3 + 1};
}

// Among candidates equally near the first in byte order is taken, so that the order in which they
// are offered does not matter.
static bool is_nearer(const Nearest *self, Slice candidate, uint32_t distance) {
  if (distance != self->distance) return distance < self->distance;
  return self->best.len && slice_cmp(candidate, self->best) < 0;
}

void nearest_offer(Nearest *self, Slice candidate) {
  size_t a = self->wanted.len, b = candidate.len;
  if (a > LONGEST || b > LONGEST || (a > b ? a - b : b - a) > self->distance) return;
  if (__builtin_popcountll(letters(self->wanted) ^ letters(candidate)) > 2 * (int)self->distance)
    return;
  uint32_t distance = edit_distance(self->wanted, candidate);
  if (!is_nearer(self, candidate, distance)) return;
  self->best = candidate;
  self->distance = distance;
}

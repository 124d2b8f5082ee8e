#include "hunks.h"

#include "hash.h"
#include "numbering.h"

enum { DEPTH_MAX = 64 };

Lines lines_of(Slice text) {
  Lines lines = {0};
  while (text.len) {
    const char *end = memchr(text.ptr, '\n', text.len);
    size_t len = end ? (size_t)(end + 1 - text.ptr) : text.len;
    *array_push(&lines) = slice_to(text, len);
    text = slice_from(text, len);
  }
  return lines;
}

// One line that stands in both texts.
typedef struct {
  uint32_t before, after;
} Pair;

typedef Array(Pair) Pairs;

// Of all lines that are written the same, in the piece at hand.
typedef struct {
  uint32_t in_before, in_after; // how many
  uint32_t after;               // where the last one stands
} Spelling;

typedef struct {
  const Lines *before, *after;
  uint32_t *spelling_before, *spelling_after; // of each line, its number
  Spelling *spellings;                        // all zero between two uses
  Hunks hunks;
} Comparison;

// --- lines that stand once ---

static void count(const Comparison *self, Hunk piece) {
  for (uint32_t i = piece.old_start; i < piece.old_end; i++)
    self->spellings[self->spelling_before[i]].in_before++;
  for (uint32_t i = piece.new_start; i < piece.new_end; i++) {
    Spelling *spelling = &self->spellings[self->spelling_after[i]];
    spelling->in_after++;
    spelling->after = i;
  }
}

static void count_nothing(const Comparison *self, Hunk piece) {
  for (uint32_t i = piece.old_start; i < piece.old_end; i++)
    self->spellings[self->spelling_before[i]] = (Spelling){0};
  for (uint32_t i = piece.new_start; i < piece.new_end; i++)
    self->spellings[self->spelling_after[i]] = (Spelling){0};
}

// A number stands for a hash, so the lines themselves are asked too.
static bool is_same(const Comparison *self, uint32_t before, uint32_t after) {
  return slice_eq(self->before->items[before], self->after->items[after]);
}

static Pairs unique_lines(const Comparison *self, Hunk piece) {
  Pairs pairs = {0};
  count(self, piece);
  for (uint32_t i = piece.old_start; i < piece.old_end; i++) {
    const Spelling *spelling = &self->spellings[self->spelling_before[i]];
    if (spelling->in_before == 1 && spelling->in_after == 1 && is_same(self, i, spelling->after))
      *array_push(&pairs) = (Pair){i, spelling->after};
  }
  count_nothing(self, piece);
  return pairs;
}

// --- those that keep their order ---

// The first of the ascending `ends` whose pair does not stand before `pair`.
static size_t place_among(const Pairs *pairs, const uint32_t *ends, size_t len, uint32_t pair) {
  size_t low = 0, high = len;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (pairs->items[ends[middle]].after < pairs->items[pair].after)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

// Keeps the longest run of pairs that ascends in both texts; they ascend in the first already.
static void keep_ascending(Pairs *pairs) {
  uint32_t *ends = mem_zero(pairs->len + 1, sizeof *ends);     // of a run of each length
  uint32_t *before = mem_zero(pairs->len + 1, sizeof *before); // the pair before it in its run
  size_t longest = 0;
  for (uint32_t i = 0; i < pairs->len; i++) {
    size_t place = place_among(pairs, ends, longest, i);
    before[i] = place ? ends[place - 1] : UINT32_MAX;
    ends[place] = i;
    if (place == longest) longest++;
  }
  Pairs kept = {0};
  array_reserve(&kept, longest + 1);
  kept.len = longest;
  for (uint32_t i = longest ? ends[longest - 1] : UINT32_MAX; i != UINT32_MAX; i = before[i])
    kept.items[--longest] = pairs->items[i];
  array_free(pairs);
  *pairs = kept;
  mem_free(ends);
  mem_free(before);
}

// --- what lies between them ---

static Hunk without_same_ends(const Comparison *self, Hunk piece) {
  while (piece.old_start < piece.old_end && piece.new_start < piece.new_end &&
         is_same(self, piece.old_start, piece.new_start))
    piece.old_start++, piece.new_start++;
  while (piece.old_start < piece.old_end && piece.new_start < piece.new_end &&
         is_same(self, piece.old_end - 1, piece.new_end - 1))
    piece.old_end--, piece.new_end--;
  return piece;
}

static void compare(Comparison *self, Hunk piece, unsigned depth) {
  piece = without_same_ends(self, piece);
  bool old_empty = piece.old_start == piece.old_end, new_empty = piece.new_start == piece.new_end;
  if (old_empty && new_empty) return;
  Pairs same = {0};
  if (!old_empty && !new_empty && depth < DEPTH_MAX) same = unique_lines(self, piece);
  keep_ascending(&same);
  if (!same.len) *array_push(&self->hunks) = piece;
  Hunk rest = piece;
  for (size_t i = 0; i < same.len; i++) {
    rest.old_end = same.items[i].before, rest.new_end = same.items[i].after;
    compare(self, rest, depth + 1);
    rest.old_start = same.items[i].before + 1, rest.new_start = same.items[i].after + 1;
  }
  rest.old_end = piece.old_end, rest.new_end = piece.new_end;
  if (same.len) compare(self, rest, depth + 1);
  array_free(&same);
}

static uint32_t *number_lines(Numbering *numbering, const Lines *lines) {
  bool is_new;
  uint32_t *numbers = mem_zero(lines->len + 1, sizeof *numbers);
  for (size_t i = 0; i < lines->len; i++)
    numbers[i] = numbering_of(numbering, hash_bytes(lines->items[i]), &is_new);
  return numbers;
}

Hunks hunks_between(const Lines *before, const Lines *after) {
  Numbering numbering = {0};
  Comparison self = {.before = before, .after = after};
  self.spelling_before = number_lines(&numbering, before);
  self.spelling_after = number_lines(&numbering, after);
  self.spellings = mem_zero(numbering.hashes.len + 1, sizeof *self.spellings);
  compare(&self, (Hunk){0, (uint32_t)before->len, 0, (uint32_t)after->len}, 0);
  mem_free(self.spelling_before);
  mem_free(self.spelling_after);
  mem_free(self.spellings);
  numbering_free(&numbering);
  return self.hunks;
}

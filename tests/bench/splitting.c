#include "splitting.h"

// One byte of 1 for each that belongs to a word: a loop that compilers turn into vectors.
static void classify(const uint8_t *bytes, uint8_t classes[SPLIT_BLOCK]) {
  for (int i = 0; i < SPLIT_BLOCK; i++) {
    uint8_t c = bytes[i];
    uint8_t letter = (uint8_t)((c | 0x20) - 'a') < 26, digit = (uint8_t)(c - '0') < 10;
    classes[i] = letter | digit | c >> 7;
  }
}

// Gathers eight bytes of 0 or 1 in one, the first lowest: the product moves each to its own bit.
static uint64_t gather(const uint8_t *classes) {
  uint64_t eight;
  memcpy(&eight, classes, sizeof eight); // little-endian, as all machines this is measured on
  return eight * UINT64_C(0x0102040810204080) >> 56;
}

static uint64_t word_mask(const uint8_t *bytes) {
  uint8_t classes[SPLIT_BLOCK];
  uint64_t mask = 0;
  classify(bytes, classes);
  for (int i = 0; i < SPLIT_BLOCK; i += 8) mask |= gather(classes + i) << i;
  return mask;
}

static void note_edges(Split *split, uint64_t edges, uint32_t base) {
  for (; edges; edges &= edges - 1)
    split->edges[split->count++] = base + (uint32_t)__builtin_ctzll(edges);
}

// `before` is whether the byte before the portion belongs to a word.
static bool split_portion(const uint8_t *bytes, uint32_t len, bool before, Split *split) {
  uint64_t carry = before;
  split->count = 0;
  for (uint32_t at = 0; at < len; at += SPLIT_BLOCK) {
    uint64_t mask = word_mask(bytes + at);
    note_edges(split, mask ^ (mask << 1 | carry), at);
    carry = mask >> 63;
  }
  return carry;
}

// The last block, filled up with blanks.
static bool split_rest(const uint8_t *bytes, size_t len, bool before, Split *split) {
  uint8_t block[SPLIT_BLOCK];
  memset(block, ' ', sizeof block);
  memcpy(block, bytes, len);
  return split_portion(block, SPLIT_BLOCK, before, split);
}

size_t split_words(Slice text, Split *split) {
  const uint8_t *bytes = (const uint8_t *)text.ptr;
  size_t edges = 0, whole = text.len / SPLIT_BLOCK * SPLIT_BLOCK, at = 0;
  bool inside = false;
  while (at < whole) {
    size_t len = whole - at < SPLIT_PORTION ? whole - at : SPLIT_PORTION;
    inside = split_portion(bytes + at, (uint32_t)len, inside, split);
    edges += split->count;
    at += len;
  }
  split_rest(bytes + at, text.len - at, inside, split);
  return (edges + split->count) / 2;
}

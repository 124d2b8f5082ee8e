#include "wordkey.h"

enum { LANE = 8, LANES = 4 }; // words that fit into so many lanes are folded in registers

static uint64_t mix(uint64_t hash, uint64_t lane) {
  hash = (hash ^ lane) * UINT64_C(0x9FB21C651E98DF25);
  return hash ^ (hash >> 32);
}

static size_t lanes_of(size_t len) {
  return (len + LANE - 1) / LANE;
}

// The bytes after the first `len` are zero up to the end of the last lane.
static uint32_t hash_lanes(const char *bytes, size_t len) {
  uint64_t hash = len * UINT64_C(0x9E3779B97F4A7C15);
  for (size_t i = 0; i < lanes_of(len); i++) {
    uint64_t lane;
    memcpy(&lane, bytes + i * LANE, LANE);
    hash = mix(hash, lane);
  }
  return (uint32_t)(hash >> 16);
}

// The first `count` bytes (1 to 8) of a lane, zeros after them.
static uint64_t first_bytes(uint64_t lane, size_t count) {
  size_t rest = 8 * (LANE - count);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return lane >> rest << rest;
#else
  return lane << rest >> rest;
#endif
}

// ASCII letters and digits differ from their small forms in one bit, which digits have set: one
// operation folds eight of them. Whole lanes are read, so `bytes` goes on to the end of the last
// one.
static void lower_lanes(const char *bytes, size_t len, uint64_t *lanes) {
  size_t count = lanes_of(len);
  memcpy(lanes, bytes, LANE);
  for (size_t i = 1; i < count; i++) memcpy(&lanes[i], bytes + i * LANE, LANE);
  for (size_t i = 0; i < count; i++) lanes[i] |= UINT64_C(0x2020202020202020);
  lanes[count - 1] = first_bytes(lanes[count - 1], len - (count - 1) * LANE);
}

// Only a word that ends in one of these is longer than its stem.
static bool may_be_plural(char last) {
  return last == 's' || last == 'e';
}

static uint32_t short_key(const char *bytes, size_t len) {
  uint64_t lanes[LANES];
  char *folded = (char *)lanes;
  lower_lanes(bytes, len, lanes);
  if (may_be_plural(folded[len - 1])) {
    len = fold_stem_bytes(folded, len);
    size_t last = lanes_of(len) - 1;
    lanes[last] = first_bytes(lanes[last], len - last * LANE);
  }
  return hash_lanes(folded, len);
}

// At the very end of a text there may be nothing behind a word to be read with it.
static uint32_t padded_key(Slice word) {
  char padded[LANE * LANES] = {0};
  memcpy(padded, word.ptr, word.len);
  return short_key(padded, word.len);
}

static uint32_t long_key(Slice word, bool stem, FoldBuffer *scratch) {
  fold_word(word, scratch);
  if (stem) fold_stem(scratch);
  size_t len = scratch->len;
  array_reserve(scratch, LANE);
  memset(scratch->items + len, 0, LANE);
  return hash_lanes(scratch->items, len);
}

uint32_t word_key(Slice text, Token token, FoldBuffer *scratch) {
  Slice word = slice_range(text, token.range);
  if (token.kind == TOKEN_WORD && token.ascii && word.len <= LANE * LANES) {
    bool roomy = text.len - token.range.start >= LANE * LANES;
    return roomy ? short_key(word.ptr, word.len) : padded_key(word);
  }
  if (token.kind == TOKEN_SYMBOL && symbol_is_apostrophe(word)) word = SLICE("'");
  return long_key(word, token.kind == TOKEN_WORD, scratch);
}

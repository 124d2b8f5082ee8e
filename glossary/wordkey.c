#include "wordkey.h"

enum { LANE = 8, SHORT = 32 }; // words up to SHORT bytes take no detour over a buffer on the heap

static uint64_t mix(uint64_t hash, uint64_t lane) {
  hash = (hash ^ lane) * UINT64_C(0x9FB21C651E98DF25);
  return hash ^ (hash >> 32);
}

// `bytes` holds zeros from `len` to the next multiple of LANE.
static uint32_t hash_lanes(const char *bytes, size_t len) {
  uint64_t hash = len * UINT64_C(0x9E3779B97F4A7C15);
  for (size_t i = 0; i < len; i += LANE) {
    uint64_t lane;
    memcpy(&lane, bytes + i, LANE);
    hash = mix(hash, lane);
  }
  return (uint32_t)(hash >> 16);
}

// ASCII letters and digits differ from their small forms in one bit, which digits have set: one
// operation folds eight of them.
static void lower_lanes(const char *word, size_t len, char *out) {
  memset(out, 0, SHORT);
  memcpy(out, word, len);
  for (size_t i = 0; i < len; i += LANE) {
    uint64_t lane;
    memcpy(&lane, out + i, LANE);
    lane |= UINT64_C(0x2020202020202020);
    memcpy(out + i, &lane, LANE);
  }
}

static void clear_tail(char *bytes, size_t len, size_t size) {
  if (len < size) memset(bytes + len, 0, size - len);
}

static uint32_t short_key(Slice word) {
  char folded[SHORT];
  lower_lanes(word.ptr, word.len, folded);
  size_t len = fold_stem_bytes(folded, word.len);
  clear_tail(folded, len, SHORT);
  return hash_lanes(folded, len);
}

static uint32_t long_key(Slice word, bool stem, FoldBuffer *scratch) {
  fold_word(word, scratch);
  if (stem) fold_stem(scratch);
  size_t len = scratch->len, padded = (len + LANE - 1) / LANE * LANE;
  array_reserve(scratch, LANE);
  clear_tail(scratch->items, len, padded);
  return hash_lanes(scratch->items, len);
}

uint32_t word_key(Slice text, Token token, FoldBuffer *scratch) {
  Slice word = slice_range(text, token.range);
  if (token.kind == TOKEN_WORD && token.ascii && word.len <= SHORT) return short_key(word);
  if (token.kind == TOKEN_SYMBOL && symbol_is_apostrophe(word)) word = SLICE("'");
  return long_key(word, token.kind == TOKEN_WORD, scratch);
}

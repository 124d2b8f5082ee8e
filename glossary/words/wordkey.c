#include "wordkey.h"

static size_t lanes_of(size_t len) {
  return (len + LANE - 1) / LANE;
}

// The bytes after the first `len` are zero up to the end of the last lane.
static WordKey hash_lanes(const char *bytes, size_t len) {
  WordKey key = WORD_KEY_START;
  for (size_t i = 0; i < lanes_of(len); i++) key = word_key_mix(key, lane_load(bytes + i * LANE));
  return key;
}

static void end_lanes(uint64_t *lanes, size_t len) {
  size_t last = lanes_of(len) - 1;
  lanes[last] = lane_first(lanes[last], len - last * LANE);
}

static WordKey key_of_lanes(const char *word, uint32_t len) {
  uint64_t lanes[WORD_LANES];
  char *folded = (char *)lanes;
  for (size_t i = 0; i < lanes_of(len); i++) lanes[i] = lane_lower(lane_load(word + i * LANE));
  if (word_may_be_plural(word[len - 1])) len = (uint32_t)fold_stem_bytes(folded, len);
  end_lanes(lanes, len);
  return hash_lanes(folded, len);
}

WordKey word_key_ascii(const char *word, uint32_t len) {
  if (len > LANE) return key_of_lanes(word, len);
  return word_key_lane(lane_first(lane_lower(lane_load(word)), len), len, word[len - 1]);
}

static WordKey folded_key(Slice word, bool stem, FoldBuffer *scratch) {
  fold_word(word, scratch);
  if (stem) fold_stem(scratch);
  size_t len = scratch->len;
  array_reserve(scratch, LANE);
  memset(scratch->items + len, 0, LANE);
  return hash_lanes(scratch->items, len);
}

WordKey word_key(Slice word, TokenKind kind, FoldBuffer *scratch) {
  if (kind == TOKEN_SYMBOL && symbol_is_apostrophe(word)) word = SLICE("'");
  return folded_key(word, kind == TOKEN_WORD, scratch);
}

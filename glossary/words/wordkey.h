// Word key: the number under which a token meets its other spellings: a hash of its folded stem.
// Equal tokens have equal keys. Tokens with equal keys are candidates only: whoever uses a key
// compares the tokens afterwards, so that no list of words has to be kept.
#pragma once

#include "../base/fold.h"
#include "lanes.h"
#include "words.h"

typedef uint64_t WordKey;

// Bytes that must be readable from the start of a word for word_key_ascii.
enum { WORD_LANES = 4, WORD_ROOM = WORD_LANES * LANE };

// The key of a token with the letters `word`. `scratch` is reused between calls.
WordKey word_key(Slice word, TokenKind kind, FoldBuffer *scratch);

// --- the same for ASCII words and symbols, in registers

// No letter is a zero byte, so the length need not be mixed in.
static const WordKey WORD_KEY_START = UINT64_C(0x9E3779B97F4A7C15);

// Every bit of a key depends on all letters: filters use few of them.
static inline WordKey word_key_mix(WordKey key, uint64_t lane) {
#ifdef __SIZEOF_INT128__
  unsigned __int128 product = (unsigned __int128)(key ^ lane) * UINT64_C(0x9FB21C651E98DF25);
  return (uint64_t)product ^ (uint64_t)(product >> 64);
#else
  key = (key ^ lane) * UINT64_C(0x9FB21C651E98DF25);
  key = (key ^ (key >> 32)) * UINT64_C(0xD6E8FEB86659FD93);
  return key ^ (key >> 32);
#endif
}

static inline WordKey word_key_symbol(char symbol) {
  uint64_t lane = (uint8_t)symbol;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  lane <<= 8 * (LANE - 1);
#endif
  return word_key_mix(WORD_KEY_START, lane);
}

// Only a word that ends in `e` or `s` may be longer than its stem. Asks in one step, by the low
// bits, which a capital shares; that some digits share them too does no harm.
static inline bool word_may_be_plural(char last) {
  const uint32_t ends = 1u << ('e' & 31) | 1u << ('s' & 31);
  return ends >> (last & 31) & 1;
}

// A word of at most WORD_ROOM letters.
WordKey word_key_ascii(const char *word, uint32_t len);

// A word of 1 to LANE letters in small, with zeros after them.
static inline WordKey word_key_lane(uint64_t lane, uint32_t len, char last) {
  if (word_may_be_plural(last)) {
    uint64_t stem = lane; // the lane itself need not be in memory
    size_t kept = fold_stem_bytes((char *)&stem, len);
    lane = lane_first(stem, kept);
  }
  return word_key_mix(WORD_KEY_START, lane);
}

// A word of less than LANE letters. `others` marks those that are none of it.
static inline WordKey word_key_short(const char *word, uint32_t len, uint64_t others) {
  return word_key_lane(lane_before(lane_lower(lane_load(word)), others), len, word[len - 1]);
}

// A word of LANE letters or more, but less than WIDE. `others` marks those after the first LANE.
static inline WordKey word_key_wide(const char *word, uint32_t len, uint64_t others) {
  if (word_may_be_plural(word[len - 1])) return word_key_ascii(word, len);
  WordKey key = word_key_mix(WORD_KEY_START, lane_lower(lane_load(word)));
  if (len == LANE) return key;
  return word_key_mix(key, lane_before(lane_lower(lane_load(word + LANE)), others));
}

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
  char bytes[LANE] = {symbol};
  return word_key_mix(WORD_KEY_START, lane_load(bytes));
}

// Only a word that ends in one of these may be longer than its stem.
static inline bool word_may_be_plural(char last) {
  return (last | 0x20) == 's' || (last | 0x20) == 'e';
}

// A word of at most LANE letters.
static inline WordKey word_key_short(const char *word, uint32_t len) {
  uint64_t lane = lane_first(lane_lower(lane_load(word)), len);
  if (word_may_be_plural(word[len - 1])) {
    len = (uint32_t)fold_stem_bytes((char *)&lane, len);
    lane = lane_first(lane, len);
  }
  return word_key_mix(WORD_KEY_START, lane);
}

// A word of at most WORD_ROOM letters.
WordKey word_key_ascii(const char *word, uint32_t len);

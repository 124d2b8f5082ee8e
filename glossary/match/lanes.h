// Lanes: eight bytes of text in one register, looked at together. A bit at the top of each byte
// says whether something holds for that byte.
#pragma once

#include <stdint.h>
#include <string.h>

enum { LANE = 8 };

#define LANE_EACH UINT64_C(0x0101010101010101)
#define LANE_TOPS (LANE_EACH * 0x80)

static inline uint64_t lane_load(const char *bytes) {
  uint64_t lane;
  memcpy(&lane, bytes, LANE);
  return lane;
}

// How many bytes, from the first on, are ASCII letters or digits.
static inline uint32_t lane_word_len(uint64_t lane) {
  uint64_t low = lane & ~LANE_TOPS, small = low | LANE_EACH * 0x20;
  uint64_t letter = (small + LANE_EACH * (0x80 - 'a')) & ~(small + LANE_EACH * (0x7F - 'z'));
  uint64_t digit = (low + LANE_EACH * (0x80 - '0')) & ~(low + LANE_EACH * (0x7F - '9'));
  uint64_t other = (~(letter | digit) | lane) & LANE_TOPS;
  if (!other) return LANE;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return (uint32_t)__builtin_clzll(other) / 8;
#else
  return (uint32_t)__builtin_ctzll(other) / 8;
#endif
}

// ASCII letters in small; digits, which have that bit set, stay.
static inline uint64_t lane_lower(uint64_t lane) {
  return lane | LANE_EACH * 0x20;
}

// The first `count` bytes (1 to 8), zeros after them.
static inline uint64_t lane_first(uint64_t lane, size_t count) {
  size_t rest = 8 * (LANE - count);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return lane >> rest << rest;
#else
  return lane << rest >> rest;
#endif
}

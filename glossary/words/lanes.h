// Lanes: eight bytes of text in one register, and sixteen in a wide one, looked at together.
#pragma once

#include <stdint.h>
#include <string.h>

enum { LANE = 8, WIDE = 16 };

static inline uint64_t lane_load(const char *bytes) {
  uint64_t lane;
  memcpy(&lane, bytes, LANE);
  return lane;
}

static inline uint32_t lane_first_set(uint64_t lane) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return (uint32_t)__builtin_clzll(lane) / 8;
#else
  return (uint32_t)__builtin_ctzll(lane) / 8;
#endif
}

// Marks bytes: 0xFF for each that is meant, zero for the others.
typedef struct {
  uint64_t first, second;
} WideMarks;

// Those of sixteen bytes that are no ASCII letters or digits.
static inline WideMarks wide_others(const char *bytes) {
  typedef uint8_t Wide __attribute__((vector_size(WIDE)));
  Wide wide;
  uint64_t marks[2];
  memcpy(&wide, bytes, WIDE);
  Wide letter = (Wide)((wide | 0x20) - 'a' < 26), digit = (Wide)(wide - '0' < 10);
  Wide word = letter | digit;
  memcpy(marks, &word, WIDE);
  return (WideMarks){~marks[0], ~marks[1]};
}

// How many of sixteen bytes, from the first on, are ASCII letters or digits.
static inline uint32_t wide_word_len(const char *bytes) {
  WideMarks others = wide_others(bytes);
  if (others.first) return lane_first_set(others.first);
  return others.second ? LANE + lane_first_set(others.second) : WIDE;
}

// ASCII letters in small; digits, which have that bit set, stay.
static inline uint64_t lane_lower(uint64_t lane) {
  return lane | UINT64_C(0x2020202020202020);
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

// The bytes before the first mark, zeros after them.
static inline uint64_t lane_before(uint64_t lane, uint64_t marks) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  uint32_t count = marks ? lane_first_set(marks) : LANE;
  return count ? lane_first(lane, count) : 0;
#else
  return lane & (marks - 1) & ~marks;
#endif
}

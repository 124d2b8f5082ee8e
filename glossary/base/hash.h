// Hash of bytes, for tables in memory: FNV-1a with a last mix, so that low bits are good too.
#pragma once

#include "slice.h"

static inline uint64_t hash_bytes(Slice s) {
  uint64_t hash = UINT64_C(0xCBF29CE484222325);
  for (size_t i = 0; i < s.len; i++)
    hash = (hash ^ (unsigned char)s.ptr[i]) * UINT64_C(0x100000001B3);
  hash ^= hash >> 32;
  return hash * UINT64_C(0x9E3779B97F4A7C15) >> 16;
}

// UTF-8, decoded without trust: any bytes are a sequence of steps, and a byte that belongs to no
// character is one step of its own (reported as U+FFFD).
#pragma once

#include "slice.h"

typedef struct {
  uint32_t code; // U+FFFD where the bytes are not UTF-8
  uint8_t len;   // bytes, 1 to 4
  bool valid;
} Char;

// The character at s.ptr; s.len is at least 1.
Char utf_decode(Slice s);

// Writes `code` to `out` (room for 4 bytes) and returns its length.
uint32_t utf_encode(uint32_t code, char *out);

// Length in code points and in UTF-16 units. An invalid byte counts one in both.
uint32_t utf_count(Slice s);
uint32_t utf16_count(Slice s);

// The offset of the first byte that is not UTF-8, from `start` on; s.len when there is none. Fast
// on ASCII.
size_t utf_find_invalid(Slice s, size_t start);

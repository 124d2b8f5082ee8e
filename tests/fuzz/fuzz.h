// What the fuzz targets share: how the bytes of an input become numbers and texts, and what to do
// when a promise is broken.
#pragma once

#include <glossary/base/slice.h>

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(condition)                                                                            \
  ((condition)                                                                                     \
       ? (void)0                                                                                   \
       : (fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #condition), abort()))

// The next two bytes of the input as a number below `bound`; 0 at its end.
static inline uint32_t take_below(Slice *input, uint32_t bound) {
  uint32_t number = 0;
  for (int i = 0; i < 2 && input->len; i++) {
    number = number << 8 | (uint8_t)input->ptr[0];
    *input = slice_from(*input, 1);
  }
  return number % bound;
}

// The input up to the next record separator, which is taken too.
static inline Slice take_part(Slice *input) {
  const char *end = input->len ? memchr(input->ptr, '\x1E', input->len) : NULL;
  Slice part = slice_to(*input, end ? (size_t)(end - input->ptr) : input->len);
  *input = slice_from(*input, part.len + 1);
  return part;
}

static inline Slice input_of(const uint8_t *data, size_t size) {
  return slice_new((const char *)data, size);
}

// A part of `text` that the input chooses.
static inline Range take_range(Slice *input, size_t len) {
  uint32_t start = take_below(input, (uint32_t)len + 1);
  uint32_t size = take_below(input, (uint32_t)len - start + 1);
  return (Range){start, start + size};
}

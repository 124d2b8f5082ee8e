// Printed: bytes on their way to a stream, gathered first: on any thread, and at the cost of a copy
// each.
#pragma once

#include "output.h"

#include <glossary/base/array.h>

typedef Array(char) Printed; // array_free() by the caller

void printed_bytes(Printed *self, Slice bytes); // as they are
void printed_number(Printed *self, uint32_t number);

// With the signs of control characters in their place; see output.h.
void printed_visible(Printed *self, Slice text);

// As a string of JSON; what is not UTF-8 becomes U+FFFD, one for each byte.
void printed_json(Printed *self, Slice text);

// As output_piece.
void printed_piece(Printed *self, const Output *output, Paint paint, Slice text);

static inline Slice printed_slice(const Printed *self) {
  return slice_new(self->items, self->len);
}

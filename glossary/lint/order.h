// Order: where an entry belongs in a file whose entries stand in alphabetical order.
//
// Dictionaries do not agree whether a space counts (`data lake`, `database`) or not (`database`,
// `data lake`). So a name is before another only when both ways say so, and otherwise either may
// come first. Case, accents and hyphens never count.
#pragma once

#include "../store.h"

// A name made ready to be compared.
typedef struct {
  Slice words;   // folded, one space between them
  Slice letters; // the same without spaces
} OrderKey;

OrderKey order_key(Slice name, Arena *arena);
bool order_before(const OrderKey *a, const OrderKey *b);

// Whether some entries taken from all over the file stand in order, or nearly so. A few names are
// read.
bool order_is_kept(const GlossaryFile *file, Arena *arena);

// Whether entries follow each other from `first` to `last` without a title or anything else between
// them: each part of a file has an order of its own.
bool order_is_one_part(const GlossaryFile *file, uint32_t first, uint32_t last);

enum { ORDER_NONE_LEFT_OUT = -1 };

// The index of the entry before which `name` belongs, or the number of entries; entry `left_out` is
// passed over. False when the entries there are not in order themselves. Reads as many names as the
// number of entries has digits.
bool order_place(const GlossaryFile *file, Slice name, int64_t left_out, uint32_t *place,
                 Arena *arena);

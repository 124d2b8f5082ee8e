// Field: the list of `- key: value` lines under a heading.
#pragma once

#include "base/array.h"
#include "entry.h"

typedef Array(Field) Fields;

// What a key means, in any of its spellings and any case.
FieldKind field_kind(Slice key);

// The spelling of a key that is laid out; empty for FIELD_UNKNOWN and FIELD_TRANSLATION.
Slice field_key(FieldKind kind);

// The known key nearest to a misspelt one, or an empty slice when none is near.
Slice field_nearest(Slice key);

// The words that a field may have as its value, in the order of its enum (Status, MatchMode); NULL
// when it may have any.
const char *const *field_words(FieldKind kind, size_t *count);

// Whether only one value of a field counts: the last one that is given.
bool field_is_single(FieldKind kind);

// Whether its value is read as items (field_items).
bool field_has_items(FieldKind kind);

// Reads the field list that begins at `start` in `bytes`, blank lines before it skipped, and
// appends its lines to `fields`. Returns where it ends; `start` when the list there is no field
// list.
uint32_t fields_read(Slice bytes, uint32_t start, Fields *fields);

// The items of a value, one after the other: separated by `;` where the value holds one, else by
// `,`, but not inside a reference or a code span. Inline marks around an item are taken off
// (`**x**`, `[[x]]`). Empty items are passed over.
//
//   FieldItems items = field_items(value);
//   for (Slice item; field_items_next(&items, &item);) use(item);
typedef struct {
  Slice rest;
  char separator;
  bool never_closed[2]; // by the kind of mark: none closes in the rest. Nothing is looked for twice
} FieldItems;

FieldItems field_items(Slice value);

// False when nothing is left. `item` is a part of the value.
bool field_items_next(FieldItems *self, Slice *item);

// The same with its marks; what is nothing but marks is not passed over.
bool field_items_next_written(FieldItems *self, Slice *written);

// Without marks that wrap the whole: `**x**`, `*x*`, `_x_`, `` `x` ``, `[[x]]`, `[[x|y]]` (then x).
Slice unwrap_marks(Slice s);

// Rows: a JSON array written to stdout piece by piece, so that no number of elements fills the
// memory.
#pragma once

#include "json.h"
#include "position.h"
#include "terminal/printed.h"

typedef struct {
  bool any;
} Rows;

void rows_add(Rows *self, json_t *row); // takes the reference
void rows_end(const Rows *self);        // also needed when there is none

// Some rows as they will stand in the array, made on any thread and without the cost of a json_t:
// row_begin, its keys one after the other, row_end, and so on. rows_add_some then adds them all.
void row_begin(Printed *some);
void row_text(Printed *some, const char *key, Slice text);         // as json_text
void row_text_or_null(Printed *some, const char *key, Slice text); // null when it is empty
void row_place(Printed *some, PersonPoint start, PersonPoint end); // as json_set_place
void row_end(Printed *some);
void rows_add_some(Rows *self, Slice some);

// A whole document on stdout. Takes the reference.
void json_print(json_t *document);

// The keys that say where something stands; `end` exclusive.
void json_set_place(json_t *object, PersonPoint start, PersonPoint end);

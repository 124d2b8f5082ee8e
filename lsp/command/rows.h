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

// Some rows as they will stand in the array, made on any thread; rows_add_some then adds them all.
void some_rows_add(Printed *some, json_t *row); // takes the reference
void rows_add_some(Rows *self, Slice some);

// A whole document on stdout. Takes the reference.
void json_print(json_t *document);

// The keys that say where something stands; `end` exclusive.
void json_set_place(json_t *object, PersonPoint start, PersonPoint end);

// Rows: a JSON array written to stdout element by element, so that no number of them fills the
// memory.
#pragma once

#include "json.h"
#include "position.h"

typedef struct {
  bool any;
} Rows;

void rows_add(Rows *self, json_t *row); // takes the reference
void rows_end(const Rows *self);        // also needed when there is none

// A whole document on stdout. Takes the reference.
void json_print(json_t *document);

// The keys that say where something stands; `end` exclusive.
void json_set_place(json_t *object, PersonPoint start, PersonPoint end);

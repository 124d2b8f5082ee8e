// Change: what LSP says of the text of a document, as plain data.
#pragma once

#include "position.h"

// Of a document that is open, as the client counts.
typedef struct {
  bool known;
  int64_t number;
} Version;

// One change of a text. `start` and `end` count only where it is not `whole`.
typedef struct {
  bool whole;
  Position start, end;
  Slice text;
} TextChange;

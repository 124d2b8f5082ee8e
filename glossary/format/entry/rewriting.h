// Rewriting: the edits that put new texts in the place of old ones, line by line. Private to
// format/.
#pragma once

#include "../../base/array.h"
#include "../../edit.h"
#include "../../text.h"

typedef struct {
  Text *text;
  Arena *arena; // for what is handed out
  Array(Edit) edits;
} Rewriting;

// The whole lines of `range`, which stands behind those given before, become `text`.
void rewrite(Rewriting *self, Range range, Slice text);

// Frees the rest.
Edits rewriting_finish(Rewriting *self);

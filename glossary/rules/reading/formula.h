// Formula: what one formula has lost of its commands. Private to lossy-math.
#pragma once

#include "../../base/array.h"
#include "tex.h"

typedef struct {
  Range range; // what is replaced
  Slice name;  // by this command
  bool needs_company;
  bool ambiguous; // eta may be left of beta
} Loss;

typedef struct {
  Slice text; // of the formula
  Array(Loss) losses;
  bool kept;      // a command has its backslash
  bool truncated; // a command has lost its first letter as well
  bool sure, prose;
  uint32_t unknown_end; // where the last word ends that is no command
} Formula;

// `text` is what stands between the marks; borrowed. Losses are ascending; none where it is not
// sure that there are any.
Formula formula_read(Slice text);
void formula_free(Formula *self);

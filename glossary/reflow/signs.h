// Signs: what tells for certain that blocks were flattened into a line. Ordinary sentences have
// none of them; what stands in code, formulas, links and references is no sign. The lint rule
// reports a sign, and reflow cuts no line of a hand-written body that has none: so what is reported
// can be mended, and what is not stays as it was written.
#pragma once

#include "../base/slice.h"

typedef struct {
  const char *what; // the begin of a sentence: `A list was`; NULL: there is none
  Range range;      // of the line: the first sign
} FlatSign;

FlatSign flat_sign(Slice line);

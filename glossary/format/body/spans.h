// Spans: what stands inside a line and is never broken: code, formulas, tags, the targets of links,
// references.
#pragma once

#include "../../base/slice.h"

// What is known not to come any more in a text, so that it is looked for once only.
typedef struct {
  uint64_t no_code; // by the number of backticks
  bool stray;       // a backtick has no other, or stands where readers may differ
  bool lone;        // so does a `$$`, or a `[[`
  bool no_math, no_comment, no_instruction, no_target, no_quote[2];
} SpanMemory;

// Whether a formula is open behind the text when none is before it, and the other way round.
bool flips_math(Slice text);

// Behind the span that begins at `at`, or behind the bytes that are text together. `memory` is of
// the whole text, which is read from its start on.
uint32_t span_end(Slice text, uint32_t at, SpanMemory *memory);

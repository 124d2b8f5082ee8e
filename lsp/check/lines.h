// Lines: some lines of a text, by number, as patches count them: from LF to LF.
#pragma once

#include <glossary/base/array.h>
#include <glossary/base/slice.h>

// Lines [first, end), from 0.
typedef struct {
  uint32_t first, end;
} LineSpan;

// Ascending, and apart from one another.
typedef Array(LineSpan) LineSpans;
typedef Array(Range) Ranges;

// Adds lines behind those that are there.
void lines_add(LineSpans *self, LineSpan span);

// Puts spans in order that were added in any.
void lines_sort(LineSpans *self);

// Where the lines stand in `text`. Spans past its end stand nowhere.
Ranges lines_ranges(const LineSpans *self, Slice text);

// Whether `range` has a byte in one of `ranges`; an empty one stands at its place.
bool ranges_touch(const Ranges *self, Range range);

// The same lines when `before` gives way to `after`, and those that are new in it.
LineSpans lines_follow(const LineSpans *self, Slice before, Slice after);

// Reflow: gives a body that was flattened into one line its structure back, as Markdown.
//
// Only white space and the marks of headings, lists and dashes are touched; every other character
// stays, in its order. What can be known for certain is known by counting or by marks (tables,
// code, keyed lists); where it cannot, the text stays as it is or is told as a doubt.
#pragma once

#include "../base/arena.h"

// Where a reader should look. Ranges are of the body as it was.
typedef enum {
  DOUBT_HEADING_END, // `## Title and text`: where the title ends is not known
  DOUBT_CODE_LINES,  // the line ends inside code are lost
} DoubtKind;

typedef struct {
  DoubtKind kind;
  Range range;
} Doubt;

typedef struct {
  Slice text; // in the arena; the body itself when there was nothing to do
  bool changed;
  Doubt *doubts;
  uint32_t doubt_count;
} Reflowed;

// Takes time proportional to the body. Text that stands in lines of its own is left alone: of a
// body with several lines, only those are looked at that hold flattened blocks.
Reflowed reflow(Slice body, Arena *arena);

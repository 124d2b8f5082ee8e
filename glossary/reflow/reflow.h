// Reflow: gives a body that was flattened into one line its structure back, as Markdown.
//
// Only white space and the marks of headings, lists and dashes are touched; every other character
// stays, in its order. What can be known for certain is known by counting or by marks (tables,
// code, keyed lists); where it cannot, the text stays as it is or is told as a doubt.
#pragma once

#include "../base/arena.h"
#include "../outline.h"

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

// Takes time proportional to the body.
//
// What a page says is flattened: each of its lines is cut wherever marks tell of a block. In the
// Markdown dialect somebody may have set every line end, and what is bold in a sentence was meant
// to be: there only a line is cut that has a sign which no ordinary sentence has (signs.h), and
// every other line stays, to the byte.
Reflowed reflow(Slice body, Dialect dialect, Arena *arena);

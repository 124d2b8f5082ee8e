// Scanner: one pass over the lines of a glossary, from entry to entry. Used by the outline, and by
// format/, which cuts what stands between entries too.
//
// It may begin at the start of any entry, because there no fence is open: that is what makes an
// edit cheap. What it has to look at out of turn (is that fence ever closed? does a body follow?)
// it remembers with the span, so that an edit there cuts again.
#pragma once

#include "line.h"
#include "outline.h"

typedef struct {
  Text *text;
  uint32_t line; // the next line to read
  uint32_t line_count;
  Fence fence;           // open fence, or mark 0
  uint32_t reached;      // headings before this line are known to lie inside the open fence
  uint32_t looked_until; // how far a look went since the last span, as an offset
  bool heading_seen;     // any heading, also inside a fence
} Scanner;

typedef enum { LINE_INSIDE, LINE_STARTS_ENTRY, LINE_ENDS_ENTRY } LineRole;

// A scanner about to read `line`, where no fence is open.
Scanner scanner_at(Text *text, uint32_t line);

// The next entry; false at the end of the text.
bool scanner_next(Scanner *self, Dialect dialect, Span *span);

// Reads on past the next heading that is no code and returns its offset; at the end, the text's
// length.
uint32_t scanner_next_heading(Scanner *self, LineRole *role);

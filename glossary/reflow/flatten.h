// Flatten: what reflow does, undone: a body as the one line that it is on a page.
//
// For what reflow made of a line, and for that laid out by format/, this gives the line back, white
// space aside:
//
//   ### Title            **Title**           ### Title:           **Title:**
//   ### Title ###        ## Title            - item, 2. item      the same
//   * item               • item              word<NBSP>— word     word - word
//   \## Text             ## Text             ```, ~~~ fences      in one line
//
// and a table whose row of dashes is as wide as its columns gets dashes as pages have them: two
// more than the head of the column has characters. A page's body is one line; of a body of several
// lines, those that reflow leaves alone because they have marks of their own are flattened like
// any other Markdown: into one line, from which reflow makes that structure again as far as marks
// tell.
#pragma once

#include "../base/arena.h"

// In `arena`. Without blanks at both ends; blanks inside code stay.
Slice flatten(Slice body, Arena *arena);

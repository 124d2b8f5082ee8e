// Starts: what kind of Markdown block a line may begin. Each is asked at the line's first byte that
// is no blank; fences are told by line.h.
#pragma once

#include "base/slice.h"

enum { CODE_INDENT = 4 }; // columns from which on a line is code

// `---`, `* * *`, `__`.
bool starts_break(Slice text);

// `===` or `---`, below a paragraph.
bool starts_underline(Slice text);

// How many `#` a heading begins with; 0 when it is none.
uint32_t starts_heading(Slice text);

typedef struct {
  uint32_t len; // of `-`, `12.`; 0: no mark
  char sign;    // its last byte
  bool empty;   // nothing else on the line
  bool first;   // no number but 1
} ListMark;

ListMark starts_item(Slice text);

// `[ ]`, `[x]`: the text of an item that is a task.
bool starts_task(Slice text);

// Whether the word is the mark of a numbered item, of any length: `12.`, `3)`.
bool is_number_mark(Slice word);

// `|---|:-:|`: each cell of at least `shortest` signs, one pipe at least.
bool starts_table(Slice text, uint32_t shortest);

// Nothing but bars, colons, blanks and dashes, of these one at least: what is meant for the row
// below a table's head, whether or not all readers take it for that.
bool is_row_of_dashes(Slice text);

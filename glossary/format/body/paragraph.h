// Paragraph: its lines, and the words they are made of when they are filled anew. Private to
// paragraph.c, words.c and fill.c.
#pragma once

#include "../../prose/seek.h"
#include "spans.h"
#include "writer.h"

// A line's text without the blanks before it.
static inline Slice start_trimmed(const BlockLine *line) {
  return slice_from(line->text, spaces_end(line->text, 0, (uint32_t)line->text.len));
}

// `text` of the line without the blanks at its end, where they mean nothing; of the `last` line
// they never do.
Slice end_trimmed(const BlockLine *line, Slice text, bool last);

// What would begin a block of its own were it not indented as deep as code. `text` is not empty.
bool would_begin(Slice text);

// A line that is text only because it is indented so deep, or left out its containers.
bool is_sheltered(const BlockLine *line);

// `[ ]` or `[x]`: with a word behind it, on its line, an item is a task.
static inline bool is_task_mark(Slice text) {
  return text.len == 3 && text.ptr[0] == '[' && byte_is_one_of(text.ptr[1], " xX") &&
         text.ptr[2] == ']';
}

// Cuts `text` of the writer into its words. False when it cannot be told what is code, or a
// formula.
bool cut_words(Writer *self);

// Writes the paragraph in lines as long as the style has them; false, and nothing is written, when
// it cannot be told where they may end.
bool fill_paragraph(Writer *self, const Block *block);

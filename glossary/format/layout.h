// Layout: the parts a formatted entry is made of. Private to format/.
#pragma once

#include "../base/array.h"
#include "../base/columns.h"
#include "format.h"

// What is written, with LF at the ends of lines; format.c gives them those of the file. What ends
// in a line end has none but its own: whoever writes the next part puts blank lines between.
typedef Array(char) Layout;

static inline void layout_add(Layout *out, Slice text) {
  array_append(out, text.ptr, text.len);
}

// Lines as they are; the second leaves out the blanks at their ends.
void layout_as_written(Slice text, Layout *out);
void layout_lines(Slice text, Layout *out);

// The lines of a field list, put in the order of FieldKind and spelt as the table in field.c has
// them; those that are unknown keep their text, behind the others. Where one is malformed, all keep
// their places: it may belong to the one above it. `fields` are of `bytes`.
void layout_fields(Slice bytes, const Field *fields, uint32_t count, const FormatStyle *style,
                   Layout *out);

// The value of a field whose line holds `used` columns before it, on as many lines as `style` asks
// for.
void layout_value(Slice value, FieldKind kind, uint32_t used, const FormatStyle *style,
                  Layout *out);

// A body, or any run of Markdown blocks: `body` is trimmed of blank lines and not empty, its lines
// may end in any way.
void layout_body(Slice body, const FormatStyle *style, Layout *out);

// Whether two bodies are the same Markdown: the same blocks, in the same order, that say the same,
// white space at the ends and between words aside.
bool layout_same_body(Slice before, Slice after);

// One table, its lines without what stands before them (the indentation of a list, the sign of a
// quote): cells are padded so that the bars stand below each other, unless that takes more than 120
// columns. Then only the head and the row of dashes are.
void layout_table(const Slice *rows, uint32_t count, Layout *out);

// How many columns a terminal needs for the text.
static inline uint32_t layout_columns(Slice text) {
  return columns_of(text);
}

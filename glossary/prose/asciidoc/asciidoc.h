// The pieces of the reader of AsciiDoc. Private to this folder.
#pragma once

#include "../lines.h"
#include "../writer.h"

// The running text of one paragraph.
void asciidoc_read_inline(Writer *out, Slice text, Range paragraph);

// What a line is by itself.

// The length of a list item's marker, with its box when it is a check list; 0: none.
uint32_t asciidoc_item_len(Slice line);

// `term:: text`: where the colons stand, as a range of `line`; empty: none.
Range asciidoc_term_sign(Slice line);

// `NOTE: `; 0: none.
uint32_t asciidoc_label_len(Slice line);

// `[source,c]`, `[[anchor]]`.
bool asciidoc_is_attributes(Slice line);

// Whether the block below such a line holds no running text.
bool asciidoc_hides_block(Slice line);

// `:name: value`.
bool asciidoc_is_entry(Slice line);

// `// comment`, `include::file[]`: may stand between the lines of a paragraph.
bool asciidoc_is_aside(Slice line);

// `name::target[text]` alone on its line. `text` is what is shown of it, often nothing.
bool asciidoc_is_block_macro(Slice line, Slice *text);

typedef enum {
  FENCE_NONE,
  FENCE_CODE,  // what lies between is no running text
  FENCE_BLOCK, // a block with others inside
  FENCE_TABLE,
} FenceKind;

// The line that opens and closes a block.
FenceKind asciidoc_fence(Slice line);

// Blocks: what a run of Markdown is made of, read line by line as CommonMark and GitHub's tables
// have it, without looking into the text of a line more than it takes to tell what kind of line it
// is.
//
// md4c, which reads running text (prose/markdown), hands out what blocks say, but not the marks and
// lines they are written with; these are what is laid out here. So it judges the result (same.c).
#pragma once

#include "../../base/array.h"
#include "../../base/slice.h"

typedef enum {
  BLOCK_QUOTE, // holds blocks
  BLOCK_LIST,  // holds items
  BLOCK_ITEM,  // holds blocks
  BLOCK_PARAGRAPH,
  BLOCK_SETEXT, // a heading that is underlined; the underline is its last line
  BLOCK_HEADING,
  BLOCK_BREAK,
  BLOCK_FENCE, // the lines of its fences included
  BLOCK_CODE,  // indented
  BLOCK_HTML,
  BLOCK_TABLE,
} BlockKind;

// A line of a block, without what its containers take of it.
typedef struct {
  Slice text;      // with the blanks before it
  uint32_t column; // where `text` begins in the source
  uint32_t pad;    // columns that containers left over of a tab right before `text`
  uint32_t indent; // columns of blanks, `pad` included
  bool lazy;       // of a paragraph, its containers not written out
} BlockLine;

typedef struct {
  BlockKind kind;
  uint32_t end;              // the index of the first block that is not inside this one
  uint32_t line, line_count; // of what holds no blocks
  Slice mark;                // of an item: `-`, `12.`
  char sign;                 // of a list: the last byte of its marks
  bool loose;                // a list
  bool weak;                 // a list that only some readers take for loose
  bool below;                // an item: its text begins on the line below its mark
  bool parted;               // an empty line stands before
} Block;

typedef struct {
  Array(Block) blocks; // each before those inside it
  Array(BlockLine) lines;
  // Readers of Markdown do not agree about it, or it is nested deeper than anybody would write.
  bool unsure;
} Blocks;

// The slices are those of `body`.
Blocks layout_blocks_read(Slice body);
// Whether what looks like a paragraph may be the definition of a link: `[label]: target`, whose
// label may go on over lines.
bool may_define(const Blocks *self, const Block *paragraph);

void layout_blocks_free(Blocks *self);

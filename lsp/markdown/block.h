// Block: Markdown read block by block, for those who show a part of it, or show it as plain text.
// Blocks are told by how their lines begin (glossary/starts.h); any bytes are a sequence of blocks.
//
// Not by <glossary/format/>, which reads all of a body first, sees quotes and items nested, knows
// no formulas, and gives up where readers of Markdown differ; nor by md4c, which does not tell
// where in the text a block ends. What is shown is cut there, and something must be shown of any
// text.
#pragma once

#include <glossary/base/slice.h>

typedef enum {
  MARKDOWN_PARAGRAPH,
  MARKDOWN_HEADING,
  MARKDOWN_ITEM,  // one of a list, without the items below it
  MARKDOWN_TABLE, // all of its rows
  MARKDOWN_CODE,  // in a fence, which the end of the text closes as well
  MARKDOWN_MATH,  // between `$$`
  MARKDOWN_QUOTE,
  MARKDOWN_RULE,
  MARKDOWN_COMMENT,
} MarkdownKind;

typedef struct {
  MarkdownKind kind;
  Slice text; // its lines, without the end of the last one
  bool apart; // an empty line, or nothing, stands before it
} MarkdownBlock;

// Whether it says nothing without what follows it.
static inline bool markdown_leads(MarkdownKind kind) {
  return kind == MARKDOWN_HEADING || kind == MARKDOWN_RULE || kind == MARKDOWN_COMMENT;
}

// Cuts the next block off `*rest`; false when there is none. Takes time proportional to the block.
bool markdown_next(Slice *rest, MarkdownBlock *block);

// The mark of a list item at the start of the line and the blanks around it; 0: it is none.
size_t markdown_item_mark(Slice line);

// Syntax: the structure of one entry, read by the tree-sitter grammar. The only place that knows
// tree-sitter; everyone else sees plain data.
//
// Entries are parsed one at a time. A tree lives only as long as it takes to turn it into this
// list.
#pragma once

#include "base/arena.h"
#include "outline.h"

// One a kind of node that somebody asks for; the names are the grammar's (grammar/README.md).
typedef enum {
  SYNTAX_HEADWORD,
  SYNTAX_FIELD,
  SYNTAX_SECTION_HEADING, // `###` and deeper
  SYNTAX_STRONG,
  SYNTAX_EMPHASIS,
  SYNTAX_CODE_SPAN,
  SYNTAX_CODE_BLOCK,
  SYNTAX_MATH,         // $…$
  SYNTAX_DISPLAY_MATH, // $$…$$
  SYNTAX_REFERENCE,    // [[Term]], [[Term|shown]]; content: the target
  SYNTAX_LINK,         // [text](target); content: the text
  SYNTAX_TABLE,
  SYNTAX_TABLE_ROW,
  SYNTAX_LIST_ITEM,
  SYNTAX_UNCLOSED, // a mark that opens something and is never closed; range: the mark itself
} SyntaxKind;

typedef struct {
  SyntaxKind kind;
  uint16_t depth; // how many nodes of this list it lies inside
  Range range;    // from the start of the entry
  Range content;  // what stands between the marks; equal to range where there are none
} SyntaxNode;

typedef struct {
  SyntaxNode *nodes; // in the order of the text, outer before inner
  size_t count;
  bool complete; // false: longer than SYNTAX_MAX, so not parsed at all
} Syntax;

// A tree costs up to 40 bytes a byte. An entry above this is not a glossary entry any more; the
// lint rules say so instead of parsing it.
#define SYNTAX_MAX (4u * 1024 * 1024)

typedef struct SyntaxParser SyntaxParser;

SyntaxParser *syntax_parser_new(void);
void syntax_parser_delete(SyntaxParser *self);

// Parses `entry` (a span of the outline) alone. The result lives in `arena`.
Syntax syntax_read(SyntaxParser *self, Slice entry, Arena *arena);

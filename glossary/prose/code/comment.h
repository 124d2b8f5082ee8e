// Comment: the running text of one comment or doc string, told line by line.
//
// Decoration, examples, tags with their names, code spans and words for tools are left out. Lines
// of one paragraph are one text; an empty line, or one that is left out, parts what is around it.
#pragma once

#include "../languages.h"
#include "../seek.h"
#include "../writer.h"

typedef enum {
  COMMENT_TEXT,
  COMMENT_INDENTED, // code by its indentation
  COMMENT_SESSION,  // what somebody typed (`>>> …`) and its answer, up to an empty line
  COMMENT_EXAMPLE,  // below `@example`, up to the next tag
} CommentMode;

// How a language shows code in its comments.
typedef struct {
  bool tab;        // by a tab, even without an empty line above
  uint32_t indent; // by so many columns below an empty line; 0: four
} CommentStyle;

typedef struct {
  Slice text;
  Writer out;
  CommentStyle style;
  CommentMode mode;
  bool below_empty; // the line before is empty
  bool has_margin;  // `indent` is that of the first line, which is not whole
  bool measured;    // there was text, and `indent` is known
  uint32_t indent;  // columns, of the last line of text
  Slice closing;    // ends what is left out (```, </pre>), on this line or another; empty: nothing
  bool block;       // what it ends goes on over empty lines
  uint32_t braces;  // open in a `{@code …}`; 0: in none
} Comment;

Comment comment_new(Slice text, Prose *prose, CommentStyle style);

// What comes does not hang together with what was. Its first line counts as indented by `margin`;
// NULL: that is not known.
void comment_begin(Comment *self, const Slice *margin);

// The next line, without comment marks and line end. `whole`: it is not the rest of the line on
// which the comment begins, so that its indentation says something.
void comment_line(Comment *self, Range line, bool whole);

// --- for the readers of one line ---

// Of an identifier, in any of the languages.
static inline bool byte_is_name(char c) {
  return byte_is_word(c) || c == '_';
}

// The text in `line`, piece by piece.
void comment_read_inline(Comment *self, Range line);

// Behind `closing`, which is looked for from `at` on, or the end of the line.
uint32_t comment_leave_region(Comment *self, uint32_t at, uint32_t end);

typedef struct {
  uint32_t end;    // of what is left out: the tag, its types, its names
  bool code_below; // an example, up to the next tag
} TagEnd;

// The tag whose `@` or `\` is at `at`. `leads`: it begins the line.
TagEnd comment_tag_end(Slice text, uint32_t at, uint32_t end, bool leads);

// What `tag` opens (`@code`), by the mark that ends it; empty: nothing.
Slice comment_tag_closing(Slice tag);

// A line for tools: linters, formatters, editors, licence scanners; or one that is plainly code.
bool comment_is_directive(Slice line);
bool comment_is_code(Slice line);

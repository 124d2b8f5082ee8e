// Markdown in two steps, shared with MDX: what md4c does not know is written over in a copy, byte
// for byte, with something it does know; then md4c reads the copy. Offsets stay what they are.
#pragma once

#include "../cuts.h"

// Before the copy, for empty lines.
enum { DRAFT_ROOM = 256 };

typedef struct {
  Slice text;        // the document
  Array(char) bytes; // the copy behind DRAFT_ROOM bytes, made when something is written; or empty
  // No running text, whatever md4c makes of it. Each ascending.
  Cuts cuts;
  Cuts lines; // of Markdown's dialects
} Draft;

void draft_free(Draft *self);

// What we ask of md4c: the dialect of GitHub, and wiki links.
#define MARKDOWN_FLAGS                                                                             \
  (MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_WIKILINKS)

// What md4c is to read: it ends in a line end, or one stands behind it.
Slice draft_text(Draft *self);

// The same from `start` on, behind as many empty lines as it takes for md4c to read it as it would
// anywhere else. They are written into the draft, over what stands before `start`: all that is to
// be written over has been, and draft_text is asked for after this.
Slice draft_body(Draft *self, uint32_t start);

// How many they are, fewer than DRAFT_ROOM. See places.c.
uint32_t empty_lines_needed(Slice body);

// Writes `mark`, followed by as many `filler` as `range` still has room for, over `range`.
void draft_write(Draft *self, Range range, Slice mark, char filler);

// Writes over lines of Markdown's dialects (footnotes, admonitions, fenced blocks of text), the
// links of paragraphs that have more than ten thousand lines, and what makes a table of more than
// two hundred columns.
void draft_lines(Draft *self, uint32_t start);

// Writes over the ` -- ` that parts the reason in a comment to Gloss: to md4c, as to CommonMark up
// to 0.30, no comment inside a paragraph may hold it.
void draft_reasons(Draft *self, uint32_t start);

// Reads the draft from `start` on. `flags` are added to those of GitHub's dialect.
void markdown_read_draft(Draft *draft, uint32_t start, unsigned flags, Prose *prose);

// The length of the settings at the very top, between two lines of `---`, `+++` or `;;;`; 0 when
// there are none.
uint32_t front_matter_len(Slice text);

// Takes out what stands inside a line and md4c does not know: footnote marks, attributes, emoji,
// citations.
void markdown_take_marks(Slice text, Prose *prose, size_t first);

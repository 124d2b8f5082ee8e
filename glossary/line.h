// Line: what one line of a glossary is, by itself. Shared by everything that reads glossaries line
// by line; the grammar's scanner has the same rules (grammar/README.md).
#pragma once

#include "base/slice.h"

// Cuts the first line off `*rest` and returns it without its line end: LF, CRLF or a lone CR.
Slice line_next(Slice *rest);

// How the first line of `text` ends: LF, CRLF or CR; LF when it does not.
Slice line_end_of(Slice text);

// `## Headword`, or `##` with nothing after it.
bool line_is_entry_heading(Slice line);

// `# Title`.
bool line_is_title(Slice line);

// The text of a heading line, without marks and blanks at both ends; also without closing `#`s.
Slice line_heading_text(Slice line);

typedef struct {
  char mark;     // '`' or '~'; 0: no fence line
  uint32_t len;  // how many marks
  bool has_info; // something after the marks: such a line opens a fence but never closes one
} Fence;

Fence line_fence(Slice line);
bool fence_closes(Fence line, Fence open);

// Line after line: whether this one is part of a fence, its first and last lines too. `*open` is
// the fence that is open, none at first.
bool line_in_fence(Slice line, Fence *open);

bool line_is_blank(Slice line);

// A bullet at column 0 (`- `, `* `, `+ `): the text after it; an empty slice with a NULL pointer
// otherwise.
Slice line_bullet(Slice line);

// Page dialect: a line that belongs to the site, not to an entry. `above` is the last line before
// it that is not blank, or empty: the site's title can only be known by the link that stands over
// it.
bool line_is_furniture(Slice line, Slice above);

// Page dialect: whether a one-line block reads as a headword line.
bool line_is_headword(Slice line);
#define HEADWORD_MAX 200 // characters of a headword line, and of furniture

// Markdown that somebody else wrote, made fit to be shown. The result lives in `arena`.
#pragma once

#include <glossary/base/arena.h>

// The same Markdown without comments to Gloss, with raw HTML shown as text, links that lead
// anywhere but to http(s), mail, file and relative places shown as text, `[[references]]` by the
// text they show, and no fence left open. Code is passed on as it is only where every renderer must
// agree that it is code: fences at column 0 and spans that end on their line; other backticks and
// tildes lose their meaning.
Slice markdown_safe(Slice text, Arena *arena);

// The same for one paragraph, which may be put behind other words: no block begins on its first
// line.
Slice markdown_safe_paragraph(Slice text, Arena *arena);

// Without the marks and comments to Gloss: for clients and terminals that show plain text.
Slice markdown_plain(Slice text, Arena *arena);

// Plain text that shall be read as itself inside Markdown.
Slice markdown_escape(Slice text, Arena *arena);

// The beginning of a text, at most `limit` bytes, up to the end of a paragraph, a sentence or a
// word; `cut` says whether anything is missing. Borrowed.
Slice text_beginning(Slice text, size_t limit, bool *cut);

// The beginning of one paragraph: as text_beginning, with `…` where something is missing, and no
// bold text left open.
Slice markdown_shortened(Slice text, size_t limit, Arena *arena);

typedef struct {
  size_t bytes;
  uint32_t lines; // as an editor shows them: a long paragraph has several
} MarkdownRoom;

// The beginning of a text that finds room: whole paragraphs, items, rows, lines of code. No heading
// is left without what it stands over, no table is cut within its head, a fence is closed again and
// a formula left out. Only a paragraph that alone takes all the room is cut within itself. `cut`
// says whether anything is missing.
Slice markdown_beginning(Slice text, MarkdownRoom room, Arena *arena, bool *cut);

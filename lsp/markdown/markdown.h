// Markdown that somebody else wrote, made fit to be shown. The result lives in `arena`.
#pragma once

#include <glossary/base/arena.h>

// The same Markdown without comments to Gloss, with raw HTML shown as text, links that lead
// anywhere but to http(s), mail, file and relative places shown as text, `[[references]]` by the
// text they show, and no fence left open. Code is passed on as it is only where every renderer must
// agree that it is code: fences at column 0 and spans that end on their line; other backticks and
// tildes lose their meaning.
Slice markdown_safe(Slice text, Arena *arena);

// Without the marks and comments to Gloss: for clients and terminals that show plain text.
Slice markdown_plain(Slice text, Arena *arena);

// Plain text that shall be read as itself inside Markdown.
Slice markdown_escape(Slice text, Arena *arena);

// The beginning of a text, at most `limit` bytes, up to the end of a paragraph, a sentence or a
// word; `cut` says whether anything is missing. Borrowed.
Slice text_beginning(Slice text, size_t limit, bool *cut);

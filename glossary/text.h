// Text: the bytes of one file or buffer, edited in place, with its line starts.
//
// A gap buffer: the bytes before the gap stand at the front of one allocation, the bytes after it
// at the back, and the free space lies where the last edit was. Line starts are split at the same
// place: those before the gap count from the start of the text, those after it from its end. Typing
// in one place so costs the typed bytes, whatever the size of the text; only moving to another
// place moves memory.
//
// A line ends after LF, CRLF or a lone CR, as in LSP. Any bytes are allowed; nothing is validated
// here.
#pragma once

#include "base/slice.h"

// The largest text we hold. Offsets are 32 bits, here and in tree-sitter and md4c.
#define TEXT_MAX ((size_t)2 * 1024 * 1024 * 1024 - 1)

typedef struct Text Text;

// Copies `bytes`, at most TEXT_MAX of them (the caller has refused more).
Text *text_new(Slice bytes);

// Takes `bytes`, which mem_alloc gave, instead of copying them: a large file is read into memory
// once.
Text *text_adopt(Slice bytes);
void text_delete(Text *self);

uint32_t text_len(const Text *self);

// Puts `replacement` in the place of `range`. The result may not exceed TEXT_MAX.
void text_replace(Text *self, Range range, Slice replacement);

// The bytes of `range` in one piece, valid until text_replace, text_bytes, or the slicing of a
// range that overlaps this one and does not lie inside it. Moves the gap out of the way when it
// lies inside, which costs at most the range's length.
Slice text_slice(Text *self, Range range);

// The whole text in one piece; valid as for text_slice.
Slice text_bytes(Text *self);

// At least 1: an empty text has one empty line, and a text that ends with a line end has an empty
// last line.
uint32_t text_line_count(const Text *self);

// The offset at which line `line` (from 0) begins; the end of the text for a line past the last.
uint32_t text_line_start(const Text *self, uint32_t line);

// The line (from 0) that holds `offset`.
uint32_t text_line_at(const Text *self, uint32_t offset);

// Line `line` without its line end.
Range text_line(const Text *self, uint32_t line);

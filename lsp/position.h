// Position: the only place where bytes become characters.
//
//   offset        bytes from the start of the text                     (everywhere in the core)
//   Position      line from 0, character from 0 in the units of an Encoding   (LSP)
//   PersonPoint   line from 1, column from 1 in code points            (command line and its JSON)
//
// A byte that is not UTF-8 counts as one character in every encoding. The line end is part of its
// line and is never pointed into.
#pragma once

#include <glossary/text.h>

typedef enum { ENCODING_UTF8, ENCODING_UTF16, ENCODING_UTF32 } Encoding;

typedef struct {
  uint32_t line, character;
} Position;

typedef struct {
  uint32_t line, column;
} PersonPoint;

Position position_from_offset(Text *text, uint32_t offset, Encoding encoding);

// A line past the last gives the end of the text, a character past the end of its line the end of
// that line; one in the middle of a character gives its start.
uint32_t offset_from_position(Text *text, Position position, Encoding encoding);

// Between two places, whichever of them comes first.
Range range_between_positions(Text *text, Position a, Position b, Encoding encoding);

PersonPoint person_from_offset(Text *text, uint32_t offset);

// False when the text has no such line or the line no such column (one past the last character is
// fine).
bool offset_from_person(Text *text, PersonPoint point, uint32_t *offset);

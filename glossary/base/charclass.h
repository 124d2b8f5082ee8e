// Character classes: what a code point does to the stream of tokens.
#pragma once

#include <stdint.h>

typedef enum {
  CHAR_SYMBOL,    // a token of its own
  CHAR_WORD,      // letter or digit
  CHAR_MARK,      // belongs to the letter or sign before it
  CHAR_SIGN,      // a letter of a script that is written without spaces
  CHAR_INVISIBLE, // inside a word: part of it (soft hyphen, joiners); elsewhere nothing
  CHAR_BLANK,     // any space but a line end
  CHAR_LINE_FEED, // a line end, alone or after CHAR_RETURN
  CHAR_RETURN,    // a line end unless CHAR_LINE_FEED follows
  CHAR_HYPHEN,
  CHAR_UNDERSCORE,
  CHAR_BEYOND, // a byte above ASCII: ask char_class for the code point
} CharClass;

// By byte.
extern const uint8_t CHAR_CLASSES[256];

// By code point above ASCII.
CharClass char_class(uint32_t code);

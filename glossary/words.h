// Words: a text as the matcher sees it, a stream of tokens.
//
//   fine-tuning of C++'s kernel   ->   fine tuning | of | C + + ' s kernel
//
// A token is a word (a run of letters, digits and marks), one sign of a script that is written without
// spaces (Han, kana, Hangul, Thai …), or one symbol (any other visible character). What stands between
// two tokens is their joint. A form is tokenised by the same code as the text in which it is looked for.
#pragma once

#include "array.h"
#include "prose.h"
#include "slice.h"

typedef enum { TOKEN_WORD, TOKEN_SIGN, TOKEN_SYMBOL } TokenKind;

typedef enum {
  JOINT_NONE,  // nothing, or only transparent markup
  JOINT_SPACE, // spaces, no-break spaces, hyphens, one line end
  JOINT_STOP,  // the end of a block, an empty line, code: no term reaches over it
} Joint;

typedef struct {
  Range range;
  uint8_t kind;   // TokenKind
  uint8_t before; // Joint to the token before
  bool ascii;
  bool hyphen; // the joint before holds a hyphen
} Token;

typedef Array(Token) Tokens;

// Appends the tokens of the prose parts of `text`.
void words_split(Slice text, const Prose *prose, Tokens *tokens);

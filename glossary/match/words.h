// Words: a text as the matcher sees it, a stream of tokens.
//
//   fine-tuning of C++'s kernel   ->   fine tuning | of | C + + ' s kernel
//
// A token is a word (a run of letters, digits and marks), one sign of a script that is written
// without spaces (Han, kana, Hangul, Thai …), or one symbol (any other visible character). What
// stands between two tokens is their joint. A form is tokenised by the same code as the text in
// which it is looked for.
#pragma once

#include "../base/array.h"
#include "../base/slice.h"
#include "../prose/prose.h"

typedef enum { TOKEN_WORD, TOKEN_SIGN, TOKEN_SYMBOL } TokenKind;

typedef enum {
  JOINT_NONE,  // nothing, or only transparent markup
  JOINT_PART,  // one underscore: two parts of one identifier
  JOINT_SPACE, // spaces, no-break spaces, one line end, and a hyphen that follows a token directly
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

// Appends the tokens of the prose parts of `text`; all of it is one part when `prose` is NULL.
void words_split(Slice text, const Prose *prose, Tokens *tokens);

// The same in portions, so that a long text needs no long list. A value; borrows both.
typedef struct {
  Slice text;
  const Prose *prose;
  size_t next_part;
  uint32_t at, end; // what is left of the current part
  uint8_t gap;      // what stood between the last token and `at`: bits, see words.c
} Splitter;

Splitter splitter_new(Slice text, const Prose *prose);

// Appends tokens until there are `count` in the list. False: the text is at its end.
bool splitter_fill(Splitter *self, size_t count, Tokens *tokens);

// How a word stands to its case. Particular about it: all capitals with at most five letters (WHO),
// or a capital after its first letter and a small one anywhere (kNN, LangChain).
typedef enum { WORD_CASELESS, WORD_ORDINARY, WORD_PARTICULAR } WordCase;

WordCase word_case(Slice word);

// The apostrophes that a keyboard and a typesetter write are one symbol.
static inline bool symbol_is_apostrophe(Slice symbol) {
  return slice_eq(symbol, SLICE("'")) || slice_eq(symbol, SLICE("\xE2\x80\x99"));
}

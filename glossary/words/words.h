// Words: a text as the matcher sees it, a stream of tokens.
//
//   fine-tuning of C++'s kernel   ->   fine tuning | of | C + + ' s kernel
//
// A token is a word (a run of letters, digits and marks), one sign of a script that is written
// without spaces (Han, kana, Hangul, Thai …), or one symbol (any other visible character). What
// stands between two tokens is their joint. A word that only markup splits (`ker**nel**`) is one
// token. A form is tokenised by the same code as the text in which it is looked for.
#pragma once

#include "../base/fold.h"
#include "../base/slice.h"
#include "../prose/prose.h"

typedef enum { TOKEN_WORD, TOKEN_SIGN, TOKEN_SYMBOL } TokenKind;

typedef enum {
  JOINT_NONE,  // nothing, or only transparent markup
  JOINT_PART,  // one underscore, or the capital that begins it: two parts of one identifier
  JOINT_SPACE, // spaces, no-break spaces, one line end, and a hyphen that follows a token directly
  JOINT_STOP,  // the end of a block, an empty line, code: no term reaches over it
} Joint;

typedef struct {
  Range range;    // first to last letter
  uint32_t part;  // of the prose, in which it begins
  uint8_t kind;   // TokenKind
  uint8_t before; // Joint to the token before
  bool ascii;
  bool
      pieces; // other bytes stand between its letters, so that only token_letters has them together
  bool hyphen, blank, line; // the joint before holds a hyphen, a space, a line end
} Token;

typedef Array(Token) Tokens;

// Yields a text token by token. A value: a copy of it goes on from the same place. Borrows both.
typedef struct {
  Slice text;
  const Prose *prose;
  uint32_t next_part;
  uint32_t at, end; // what is left of the current part
  uint8_t gap;      // what stood between the last token and `at`: bits, see Gap
  bool humps;       // words are cut into their parts: Combined|Word, HTTP|Server, GPT4|Client
} Splitter;

// What was seen since the last token.
typedef enum {
  GAP_SPACE = 1,
  GAP_HYPHEN = 2,
  GAP_PART = 4, // an underscore, or the border between two humps
  GAP_LINE = 8, // one line end
  GAP_STOP = 16,
} Gap;

// All of `text` is one part when `prose` is NULL.
Splitter splitter_new(Slice text, const Prose *prose);

// False: the text is at its end.
bool splitter_next(Splitter *self, Token *token);

// Whether a hyphen, an underscore or nothing may join the next token to the last one. Says yes too
// often.
bool splitter_may_join(const Splitter *self);

// Appends all tokens of `text`, in `prose` if that is not NULL.
void words_split(Slice text, const Prose *prose, Tokens *tokens);

// The letters of a token of `text`, without what markup or hyphens put between them. Borrowed from
// the text or from `buffer`.
Slice token_letters(Slice text, const Prose *prose, const Token *token, FoldBuffer *buffer);

// Whether `at` is a border next to a dot or two colons that bind two words: `Node.js`,
// `std::thread`, but not `end. Next`.
bool words_bound(Slice text, uint32_t at);

// Whether `at` is inside the name of an option: `--dry-run`, but not `text--text`.
bool words_in_option(Slice text, uint32_t at);

// Whether a letter or a sign begins at `at`.
bool words_begin_at(Slice text, uint32_t at);

// How a word stands to its case. Particular about it: all capitals with at most five letters (WHO),
// or a capital after its first letter and a small one anywhere (kNN, LangChain).
typedef enum { WORD_CASELESS, WORD_ORDINARY, WORD_PARTICULAR } WordCase;

WordCase word_case(Slice word);

// The first of the parts in which an identifier is written: Kernel|Fusion|Pass, HTTP|Server. Digits
// belong to what is before them: GPT4|Client.
typedef struct {
  uint32_t len; // in bytes, at least 1
  bool ascii;
  bool more; // another one follows directly
} Hump;

// `text` begins with a letter.
Hump word_hump(Slice text);

// The apostrophes that a keyboard and a typesetter write are one symbol.
static inline bool symbol_is_apostrophe(Slice symbol) {
  return slice_eq(symbol, SLICE("'")) || slice_eq(symbol, SLICE("\xE2\x80\x99"));
}

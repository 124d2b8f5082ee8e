// Source code: where its comments and doc strings are. Only they are running text.
//
// A language is one table of rules, how its comments and literals begin and end, and a function for
// what no table can say. The lexer goes over the text once. It never goes back behind the end of
// the token before, so that it takes linear time whatever the bytes.
#pragma once

#include "comment.h"

typedef struct Lexer Lexer;

enum {
  RULE_COMMENT = 1, // what is inside is prose
  RULE_LINES = 2,   // goes on over line ends
  RULE_ESCAPES = 4, // a backslash takes what follows it
  RULE_NESTS = 8,   // holds others of its kind
  RULE_WORD = 16,   // begins only where a word could
};

typedef struct {
  const char *open, *close; // close NULL: the end of the line
  unsigned flags;           // RULE_…
} Rule;

enum { RULE_MAX = 8 };

typedef struct {
  Rule rules[RULE_MAX + 1];      // of two that begin alike, the longer first
  const char *special;           // bytes at which `read_special` is asked before the rules
  bool (*read_special)(Lexer *); // true: it took what is at `at`, and moved `at` behind it
  CommentStyle comments;
} CodeSyntax;

// A bracket that is open. Code inside a string ends with its bracket, and the string goes on.
typedef struct {
  char bracket;        // that opened it
  char opener, closer; // of the string around it; 0: none. An opener of 0: such strings do not nest
  uint32_t depth;      // of brackets inside that string
} Open;

typedef struct {
  Slice word;    // alone on the line that ends it
  bool indented; // that line may begin with blanks
} Heredoc;

struct Lexer {
  const CodeSyntax *syntax;
  Slice text;
  uint32_t at;    // the next byte to look at
  uint32_t since; // the end of the last token that was taken
  uint32_t last;  // behind the last visible byte of code before `since`; 0: none
  Array(Open) open;
  Array(Heredoc) heredocs; // announced on this line
  Comment comment;
  uint32_t line_comment_end; // of the last comment that has its line for itself; UINT32_MAX: none
  Slice line_comment_mark;   // its `//`, `///`, `#`
  uint8_t first[256];        // what a byte may begin: see code.c
};

void code_read(const CodeSyntax *syntax, Slice text, Prose *prose);

// --- for the functions of languages ---

// The byte `ahead` of `at`; 0 behind the end of the text.
static inline char lexer_peek(const Lexer *self, uint32_t ahead) {
  return ahead < self->text.len - self->at ? self->text.ptr[self->at + ahead] : 0;
}

// Where the word that ends at `end` begins; not before the last token.
uint32_t lexer_word_start(const Lexer *self, uint32_t end);

// Behind the last visible byte of code before `at`; 0: there is none.
uint32_t lexer_last_visible(const Lexer *self);

// The word that ends there, if it is short enough for a keyword; else its last byte.
Slice lexer_last_word(const Lexer *self);

// Takes everything up to `end`.
void lexer_take(Lexer *self, uint32_t end);

// Up to and with the next `mark` at or behind `from`; the end of the text where there is none.
uint32_t lexer_find(const Lexer *self, uint32_t from, Slice mark);

// The end of a literal whose inside begins at `from`: behind `close`, or an unfinished line's end.
uint32_t lexer_literal_end(const Lexer *self, uint32_t from, Slice close, unsigned flags);

// The lines of a block comment or doc string. Its first line counts as indented by `margin`; NULL:
// that is not known.
void lexer_add_comment(Lexer *self, Range inside, const Slice *margin);

// Takes the comment for one to Gloss, if it is; `inside` is what stands between its marks.
bool lexer_add_remark(Lexer *self, Range comment, Range inside);

bool lexer_at_line_start(const Lexer *self, uint32_t at); // but for blanks

// A document inside the code begins at the next line end.
void lexer_expect_heredoc(Lexer *self, Heredoc heredoc);
void lexer_take_heredocs(Lexer *self);

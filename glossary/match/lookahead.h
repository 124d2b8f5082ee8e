// Lookahead: the tokens of a text from some place on, each with its key, split off only as far as
// somebody asks.
#pragma once

#include "../words/keymemo.h"

typedef struct {
  Splitter splitter; // behind the last token
  Tokens tokens;
  Array(WordKey) keys;    // of the tokens
  Array(Splitter) behind; // each of them
  KeyMemo memo;
  FoldBuffer letters, joined, scratch;
} Lookahead;

// Whether there is a token number `i`, from 0; splits the text up to there.
bool lookahead_has(Lookahead *self, size_t i);

// Tokens and keys by number; borrowed until more are asked for.
static inline const Token *lookahead_token(const Lookahead *self, size_t i) {
  return &self->tokens.items[i];
}
static inline WordKey lookahead_key(const Lookahead *self, size_t i) {
  return self->keys.items[i];
}

// The key of `count` tokens from number `first` on, which have been read, as one word.
WordKey lookahead_joined_key(Lookahead *self, size_t first, size_t count);

// Whether token number `i` may be joined to the one before it by a hyphen, an underscore or
// nothing. Says yes too often, but without reading on.
static inline bool lookahead_may_join(const Lookahead *self, size_t i) {
  return i < self->tokens.len || splitter_may_join(&self->splitter);
}

// Whether token number `i` goes on with the word before it in the text's own way of dividing words:
// by a hyphen, also at a line end, or by the next hump.
bool lookahead_joins(Lookahead *self, size_t i);

// Goes on behind the first `count` tokens, at least 1, and forgets all.
void lookahead_pass(Lookahead *self, size_t count);

void lookahead_free(Lookahead *self);

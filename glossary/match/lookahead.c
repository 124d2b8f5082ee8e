#include "lookahead.h"

static WordKey ascii_key(Lookahead *self, Slice word, TokenKind kind) {
  const char *end = self->splitter.text.ptr + self->splitter.text.len;
  if (kind == TOKEN_SYMBOL) return word_key_symbol(word.ptr[0]);
  if (word.len > WORD_ROOM || end - word.ptr < WORD_ROOM)
    return word_key(word, kind, &self->scratch);
  return word_key_ascii(word.ptr, (uint32_t)word.len);
}

WordKey lookahead_key_of(Lookahead *self, const Token *token) {
  const Splitter *from = &self->splitter;
  if (token->ascii) return ascii_key(self, slice_range(from->text, token->range), token->kind);
  Slice word = token_letters(from->text, from->prose, token, &self->letters);
  return key_memo_get(&self->memo, word, token->kind, &self->scratch);
}

static bool read_one(Lookahead *self) {
  array_reserve(&self->tokens, 1);
  Token *token = &self->tokens.items[self->tokens.len];
  if (!splitter_next(&self->splitter, token)) return false;
  self->tokens.len++;
  *array_push(&self->keys) = lookahead_key_of(self, token);
  *array_push(&self->behind) = self->splitter;
  return true;
}

bool lookahead_has(Lookahead *self, size_t i) {
  while (i >= self->tokens.len)
    if (!read_one(self)) return false;
  return true;
}

static bool is_divided(const Lookahead *self, const Token *before, const Token *token) {
  if (before->kind != TOKEN_WORD || token->kind != TOKEN_WORD) return false;
  if (token->hyphen) return !token->blank || token->line;
  return self->splitter.humps && token->before == JOINT_PART;
}

bool lookahead_joins(Lookahead *self, size_t i) {
  return lookahead_may_join(self, i) && lookahead_has(self, i) &&
         is_divided(self, lookahead_token(self, i - 1), lookahead_token(self, i));
}

void lookahead_pass(Lookahead *self, size_t count) {
  self->splitter = self->behind.items[count - 1];
  self->tokens.len = self->keys.len = self->behind.len = 0;
}

void lookahead_free(Lookahead *self) {
  array_free(&self->tokens);
  array_free(&self->keys);
  array_free(&self->behind);
  array_free(&self->letters);
  array_free(&self->scratch);
  key_memo_free(&self->memo);
}

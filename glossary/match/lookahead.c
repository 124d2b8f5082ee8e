#include "lookahead.h"

WordKey lookahead_key_of(Lookahead *self, const Token *token) {
  const Splitter *from = &self->splitter;
  Slice word = token_letters(from->text, from->prose, token, &self->letters);
  if (!token->ascii) return key_memo_get(&self->memo, word, token->kind, &self->scratch);
  if (token->kind == TOKEN_SYMBOL) return word_key_symbol(word.ptr[0]);
  if (word.len > WORD_ROOM) return word_key(word, token->kind, &self->scratch);
  char padded[WORD_ROOM] = {0};
  memcpy(padded, word.ptr, word.len);
  return word_key_ascii(padded, (uint32_t)word.len);
}

static bool read_one(Lookahead *self) {
  Token token;
  if (!splitter_next(&self->splitter, &token)) return false;
  *array_push(&self->keys) = lookahead_key_of(self, &token);
  *array_push(&self->tokens) = token;
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
  bool read = i < self->tokens.len;
  if (!read && !self->splitter.humps && !splitter_may_hyphenate(&self->splitter)) return false;
  return lookahead_has(self, i) &&
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

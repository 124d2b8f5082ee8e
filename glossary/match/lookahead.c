#include "lookahead.h"

static WordKey ascii_key(Lookahead *self, Slice word, TokenKind kind) {
  const char *end = self->splitter.text.ptr + self->splitter.text.len;
  if (kind == TOKEN_SYMBOL) return word_key_symbol(word.ptr[0]);
  if (word.len > WORD_ROOM || end - word.ptr < WORD_ROOM)
    return word_key(word, kind, &self->scratch);
  return word_key_ascii(word.ptr, (uint32_t)word.len);
}

static WordKey key_of(Lookahead *self, const Token *token) {
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
  *array_push(&self->keys) = key_of(self, token);
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
  if (token->before == JOINT_STOP) return false;
  if (token->hyphen) return !token->blank || token->line;
  return self->splitter.humps && token->before == JOINT_PART;
}

bool lookahead_joins(Lookahead *self, size_t i) {
  return lookahead_may_join(self, i) && lookahead_has(self, i) &&
         is_divided(self, lookahead_token(self, i - 1), lookahead_token(self, i));
}

WordKey lookahead_joined_key(Lookahead *self, size_t first, size_t count) {
  const Splitter *from = &self->splitter;
  bool ascii = true;
  self->joined.len = 0;
  for (size_t i = first; i < first + count; i++) {
    const Token *token = lookahead_token(self, i);
    Slice letters = token_letters(from->text, from->prose, token, &self->letters);
    array_append(&self->joined, letters.ptr, letters.len);
    ascii &= token->ascii;
  }
  size_t len = self->joined.len;
  if (!ascii || len > WORD_ROOM)
    return word_key(slice_new(self->joined.items, len), TOKEN_WORD, &self->scratch);
  array_reserve(&self->joined, WORD_ROOM);
  memset(self->joined.items + len, 0, WORD_ROOM);
  return word_key_ascii(self->joined.items, (uint32_t)len);
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
  array_free(&self->joined);
  array_free(&self->scratch);
  key_memo_free(&self->memo);
}

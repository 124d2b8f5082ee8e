// Elements in JavaScript: tags, and the text between them, which belongs to no comment. Code in
// braces is read as all code is.
#include "javascript.h"

static OpenMarkup innermost(const Lexer *self) {
  return self->open.len ? (OpenMarkup)self->open.items[self->open.len - 1].bracket : 0;
}

static void enter_code(Lexer *self) {
  *array_push(&self->open) = (Open){.bracket = '{'};
  lexer_take(self, self->at + 1);
  self->last = 0;
}

// To the end of the tag, or to the code in it.
static void read_tag(Lexer *self) {
  while (self->at < self->text.len) {
    char c = lexer_peek(self, 0);
    if (c == '{') {
      enter_code(self);
      return;
    }
    if (c == '>') {
      bool empty = self->text.ptr[self->at - 1] == '/';
      lexer_take(self, self->at + 1);
      if (empty)
        self->open.len--;
      else
        self->open.items[self->open.len - 1].bracket = OPEN_CHILDREN;
      return;
    }
    char close[] = {c};
    bool quoted = c == '"' || c == '\'';
    self->at++;
    if (quoted) self->at = lexer_find(self, self->at, slice_new(close, 1));
  }
}

static bool begins_name(char c) {
  return byte_is_letter(c) || c == '_' || c == '>';
}

// `{/* gloss-… */}`: the braces belong to the comment, so that nothing stays when it is taken out.
static bool read_remark(Lexer *self) {
  Slice open = SLICE("{/*"), close = SLICE("*/");
  if (!slice_starts_with(slice_from(self->text, self->at), open)) return false;
  uint32_t start = self->at + (uint32_t)open.len, end = lexer_find(self, start, close);
  if (end == self->text.len || self->text.ptr[end] != '}') return false;
  Range comment = {self->at, end + 1}, inside = {start, end - (uint32_t)close.len};
  if (!lexer_add_remark(self, comment, inside)) return false;
  lexer_take(self, end + 1);
  return true;
}

// To the next tag, or to the code between.
static void read_children(Lexer *self) {
  while (self->at < self->text.len) {
    if (read_remark(self)) continue;
    char c = lexer_peek(self, 0), next = lexer_peek(self, 1);
    if (c == '{') {
      enter_code(self);
      return;
    }
    if (c == '<' && next == '/') {
      self->open.len--;
      lexer_take(self, lexer_find(self, self->at, SLICE(">")));
      return;
    }
    self->at++;
    if (c == '<' && begins_name(next)) {
      *array_push(&self->open) = (Open){.bracket = OPEN_TAG};
      return;
    }
  }
}

void jsx_go_on(Lexer *self) {
  while (self->at < self->text.len) {
    OpenMarkup markup = innermost(self);
    if (markup == OPEN_TAG)
      read_tag(self);
    else if (markup == OPEN_CHILDREN)
      read_children(self);
    else
      return;
  }
}

bool jsx_read_element(Lexer *self) {
  if (!begins_name(lexer_peek(self, 1)) || !javascript_expects_value(self)) return false;
  *array_push(&self->open) = (Open){.bracket = OPEN_TAG};
  lexer_take(self, self->at + 1);
  jsx_go_on(self);
  return true;
}

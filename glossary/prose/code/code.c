// The lexer: goes from one comment or literal to the next by the rules of a language.
#include "code.h"

#include "../remark.h"

// What a byte may begin: the first rule from 1, and whether the language's function is asked.
enum { FIRST_RULE = 0x0F, FIRST_SPECIAL = 0x80 };

// --- looking around ---

uint32_t lexer_word_start(const Lexer *self, uint32_t end) {
  while (end > self->since && byte_is_name(self->text.ptr[end - 1])) end--;
  return end;
}

static uint32_t skip_blanks_back(const Lexer *self, uint32_t at) {
  while (at > self->since && byte_is_blank(self->text.ptr[at - 1])) at--;
  return at;
}

uint32_t lexer_last_visible(const Lexer *self) {
  uint32_t at = skip_blanks_back(self, self->at);
  return at > self->since ? at : self->last;
}

Slice lexer_last_word(const Lexer *self) {
  enum { LONGEST = 12 };
  uint32_t end = lexer_last_visible(self), start = end;
  while (start > 0 && end - start < LONGEST && byte_is_name(self->text.ptr[start - 1])) start--;
  if (start == end || (start > 0 && byte_is_name(self->text.ptr[start - 1])))
    start = end > 0 ? end - 1 : 0;
  return slice_range(self->text, (Range){start, end});
}

bool lexer_at_line_start(const Lexer *self, uint32_t at) {
  while (at > self->since && byte_is_one_of(self->text.ptr[at - 1], " \t")) at--;
  return at == 0 || byte_is_line_end(self->text.ptr[at - 1]);
}

uint32_t lexer_find(const Lexer *self, uint32_t from, Slice mark) {
  return seek_behind(self->text, from, (uint32_t)self->text.len, mark);
}

// --- what is inside a literal or comment ---

// Behind the escape that begins at `at`; a line end of two bytes counts as one.
static uint32_t skip_escape(const Lexer *self, uint32_t at) {
  Slice rest = slice_from(self->text, at + 1);
  uint32_t len = slice_starts_with(rest, SLICE("\r\n")) ? 3 : 2;
  return at + len <= self->text.len ? at + len : (uint32_t)self->text.len;
}

uint32_t lexer_literal_end(const Lexer *self, uint32_t from, Slice close, unsigned flags) {
  uint32_t at = from;
  while (at < self->text.len) {
    char c = self->text.ptr[at];
    if (c == '\\' && flags & RULE_ESCAPES)
      at = skip_escape(self, at);
    else if (byte_is_line_end(c) && !(flags & RULE_LINES))
      return at;
    else if (close.len && c == close.ptr[0] && slice_starts_with(slice_from(self->text, at), close))
      return at + (uint32_t)close.len;
    else
      at++;
  }
  return at;
}

static uint32_t nested_end(const Lexer *self, uint32_t at, const Rule *rule) {
  Slice open = slice_of(rule->open), close = slice_of(rule->close);
  for (uint32_t depth = 1; at < self->text.len;) {
    Slice rest = slice_from(self->text, at);
    if (slice_starts_with(rest, close)) {
      at += (uint32_t)close.len;
      if (--depth == 0) return at;
    } else if (slice_starts_with(rest, open)) {
      at += (uint32_t)open.len;
      depth++;
    } else {
      at++;
    }
  }
  return at;
}

static uint32_t rule_end(const Lexer *self, uint32_t inside, const Rule *rule) {
  Slice close = slice_of(rule->close);
  if (rule->flags & RULE_NESTS) return nested_end(self, inside, rule);
  if (close.len && rule->flags == (RULE_COMMENT | RULE_LINES))
    return lexer_find(self, inside, close);
  return lexer_literal_end(self, inside, close, rule->flags);
}

// --- comments ---

void lexer_take(Lexer *self, uint32_t end) {
  self->at = self->since = self->last = end;
}

// A comment is no token: what was before it stays the last.
static void take_comment(Lexer *self, uint32_t end) {
  uint32_t last = lexer_last_visible(self);
  lexer_take(self, end);
  self->last = last;
}

void lexer_add_comment(Lexer *self, Range inside, const Slice *margin) {
  comment_begin(&self->comment, margin);
  for (uint32_t at = inside.start; at < inside.end;) {
    uint32_t end = line_end(self->text, at, inside.end);
    comment_line(&self->comment, (Range){at, end}, at > inside.start);
    Slice rest = slice_range(self->text, (Range){end, inside.end});
    at = end + (slice_starts_with(rest, SLICE("\r\n")) ? 2 : 1);
  }
}

// What frames it belongs to its marks: `/** gloss-… **/`, also the first `*` of a margin.
bool lexer_add_remark(Lexer *self, Range comment, Range inside) {
  const char *text = self->text.ptr;
  while (inside.start < inside.end && byte_is_one_of(text[inside.start], "/*!#<")) inside.start++;
  uint32_t line = blanks_end(self->text, inside.start, inside.end);
  bool margin = line < inside.end && text[line] == '*' && lexer_at_line_start(self, line);
  if (margin) inside.start = line + 1;
  while (inside.end > inside.start && text[inside.end - 1] == '*') inside.end--;
  return remark_add(self->comment.out.prose, self->text, comment, inside);
}

static bool is_one_line_end(Slice between) {
  size_t ends = 0;
  for (size_t i = 0; i < between.len; i++) {
    if (!byte_is_blank(between.ptr[i])) return false;
    if (between.ptr[i] == '\r' && i + 1 < between.len && between.ptr[i + 1] == '\n') continue;
    ends += byte_is_line_end(between.ptr[i]);
  }
  return ends == 1;
}

// `///` of `/// text`.
static Slice line_comment_mark(const Lexer *self) {
  uint32_t end = self->at;
  while (end < self->text.len && byte_is_one_of(self->text.ptr[end], "/#!")) end++;
  return slice_range(self->text, (Range){self->at, end});
}

// Comments with nothing between them but a line end are one text. In an example that such a text
// shows nobody speaks to us.
static void add_line_comment(Lexer *self, Range comment, Range inside) {
  Slice between = slice_range(self->text, (Range){self->since, self->at});
  Slice mark = line_comment_mark(self);
  bool continues = self->line_comment_end == self->since &&
                   slice_eq(mark, self->line_comment_mark) && is_one_line_end(between);
  bool example = continues && self->comment.closing.len;
  self->line_comment_end = UINT32_MAX;
  if (!example && lexer_add_remark(self, comment, inside)) return;
  if (!continues) comment_begin(&self->comment, NULL);
  comment_line(&self->comment, inside, true);
  if (lexer_at_line_start(self, self->at)) self->line_comment_end = inside.end;
  self->line_comment_mark = mark;
}

static void read_comment(Lexer *self, const Rule *rule) {
  uint32_t start = self->at + (uint32_t)strlen(rule->open), end = rule_end(self, start, rule);
  Slice inside = slice_range(self->text, (Range){start, end});
  bool closed = rule->close && slice_ends_with(inside, slice_of(rule->close));
  if (closed) inside.len -= strlen(rule->close);
  Range comment = {self->at, end}, range = {start, start + (uint32_t)inside.len};
  if (!rule->close && line_end(self->text, start, end) == end)
    add_line_comment(self, comment, range);
  else if ((rule->close && !closed) || !lexer_add_remark(self, comment, range))
    lexer_add_comment(self, range, NULL);
  take_comment(self, end);
}

// --- tokens ---

static bool begins_word(const Lexer *self) {
  if (self->at == 0) return true;
  char before = self->text.ptr[self->at - 1];
  return byte_is_blank(before) || byte_is_one_of(before, ";&|()");
}

static bool read_rule(Lexer *self, const Rule *rule) {
  Slice rest = slice_from(self->text, self->at);
  if (!slice_starts_with(rest, slice_of(rule->open))) return false;
  if (rule->flags & RULE_WORD && !begins_word(self)) return false;
  if (rule->flags & RULE_COMMENT)
    read_comment(self, rule);
  else
    lexer_take(self, rule_end(self, self->at + (uint32_t)strlen(rule->open), rule));
  return true;
}

static void read_token(Lexer *self) {
  uint8_t first = self->first[(uint8_t)self->text.ptr[self->at]];
  if (first & FIRST_SPECIAL && self->syntax->read_special(self)) return;
  if (first & FIRST_RULE)
    for (const Rule *rule = &self->syntax->rules[(first & FIRST_RULE) - 1]; rule->open; rule++)
      if (read_rule(self, rule)) return;
  self->at++;
}

static void fill_first(Lexer *self) {
  const CodeSyntax *syntax = self->syntax;
  for (int i = RULE_MAX - 1; i >= 0; i--)
    if (syntax->rules[i].open) self->first[(uint8_t)syntax->rules[i].open[0]] = (uint8_t)(i + 1);
  for (const char *byte = syntax->special; byte && *byte; byte++)
    self->first[(uint8_t)*byte] |= FIRST_SPECIAL;
}

// `#!/bin/sh`, but not `#![allow(…)]` of Rust.
static void skip_hashbang(Lexer *self) {
  if (slice_starts_with(self->text, BYTE_ORDER_MARK)) self->at = (uint32_t)BYTE_ORDER_MARK.len;
  if (lexer_peek(self, 0) == '#' && lexer_peek(self, 1) == '!' && lexer_peek(self, 2) != '[')
    self->at = line_end(self->text, self->at, (uint32_t)self->text.len);
  self->since = self->at;
}

void code_read(const CodeSyntax *syntax, Slice text, Prose *prose) {
  Lexer self = {.syntax = syntax, .text = text, .line_comment_end = UINT32_MAX};
  self.comment = comment_new(text, prose, syntax->comments);
  fill_first(&self);
  skip_hashbang(&self);
  for (;;) {
    while (self.at < text.len && !self.first[(uint8_t)text.ptr[self.at]]) self.at++;
    if (self.at >= text.len) break;
    read_token(&self);
  }
  array_free(&self.open);
  array_free(&self.heredocs);
}

// --- documents inside the code ---

void lexer_expect_heredoc(Lexer *self, Heredoc heredoc) {
  *array_push(&self->heredocs) = heredoc;
  self->first['\n'] |= FIRST_SPECIAL;
}

static uint32_t heredoc_end(const Lexer *self, uint32_t at, const Heredoc *heredoc) {
  while (at < self->text.len) {
    uint32_t end = line_end(self->text, at, (uint32_t)self->text.len);
    Slice line = slice_range(self->text, (Range){at, end});
    if (slice_eq(heredoc->indented ? slice_trim(line) : line, heredoc->word)) return end;
    at = end + 1;
  }
  return (uint32_t)self->text.len;
}

// `at` is the line end before them.
void lexer_take_heredocs(Lexer *self) {
  uint32_t end = self->at;
  for (size_t i = 0; i < self->heredocs.len; i++)
    end = heredoc_end(self, end + 1, &self->heredocs.items[i]);
  self->heredocs.len = 0;
  lexer_take(self, end);
}

#include "typed.h"

#include "../base/charclass.h"
#include "../base/utf.h"
#include "lexicon.h"

// As much of the line before the cursor as is looked at: a term begins there, or nowhere.
enum { REACH = 512 };

static void add_word(Typed *self, uint32_t start, bool symbol) {
  *array_push(&self->words) = (TypedWord){start, (uint32_t)self->folded.len, symbol};
}

static void end_joint(Typed *self) {
  if (self->joint && self->words.len) *array_push(&self->folded) = ' ';
}

// --- words ---

static bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

static uint32_t line_start(Slice text, uint32_t offset) {
  uint32_t start = offset;
  while (start > 0 && offset - start < REACH && !is_line_end(text.ptr[start - 1])) start--;
  return start;
}

static bool is_joint(char c) {
  return c == ' ' || c == '-';
}

static void fold_words(Typed *self, Slice line, uint32_t start, const Tokens *tokens) {
  FoldBuffer word = {0};
  for (size_t i = 0; i < tokens->len; i++) {
    const Token *token = &tokens->items[i];
    if (i > 0 && token->before != JOINT_NONE) *array_push(&self->folded) = ' ';
    add_word(self, start + token->range.start, token->kind == TOKEN_SYMBOL);
    lexicon_fold(line, token, 1, &word, &self->folded);
  }
  array_free(&word);
}

Typed typed_words(Slice text, uint32_t offset) {
  Typed self = {.end = offset, .joint = offset && is_joint(text.ptr[offset - 1])};
  uint32_t start = line_start(text, offset), end = offset - self.joint;
  Slice line = slice_range(text, (Range){start, end > start ? end : start});
  Tokens tokens = {0};
  words_split(line, NULL, &tokens);
  if (tokens.len && tokens.items[tokens.len - 1].range.end == line.len)
    fold_words(&self, line, start, &tokens);
  end_joint(&self);
  array_free(&tokens);
  return self;
}

// --- identifiers ---

static bool is_upper(char c) {
  return byte_is_upper(c);
}

static bool is_small_letter(char c) {
  return byte_is_lower(c) || byte_is_digit(c) || (uint8_t)c >= 0x80;
}

static bool is_letter(char c) {
  return is_upper(c) || is_small_letter(c);
}

static bool holds_together(char c, bool hyphens) {
  return c == '_' || (hyphens && c == '-');
}

static Range identifier_before(Slice text, uint32_t offset, bool hyphens) {
  uint32_t start = offset;
  while (start > 0 && offset - start < REACH &&
         (is_letter(text.ptr[start - 1]) || holds_together(text.ptr[start - 1], hyphens)))
    start--;
  while (start < offset && !is_letter(text.ptr[start])) start++;
  return (Range){start, offset};
}

// kernel|Fusion, HTTP|Server, kernel_|fusion
static bool begins_part(Slice identifier, size_t at) {
  char before = at ? identifier.ptr[at - 1] : '_', c = identifier.ptr[at];
  if (!is_letter(c)) return false;
  if (!is_letter(before)) return true;
  if (!is_upper(c)) return false;
  return is_small_letter(before) ||
         (at + 1 < identifier.len && byte_is_lower(identifier.ptr[at + 1]));
}

static size_t part_end(Slice identifier, size_t start) {
  size_t end = start + 1;
  while (end < identifier.len && is_letter(identifier.ptr[end]) && !begins_part(identifier, end))
    end++;
  return end;
}

static void add_parts(Typed *self, Slice identifier, uint32_t start) {
  FoldBuffer word = {0};
  for (size_t at = 0, end; at < identifier.len; at = end) {
    end = at + 1;
    if (!begins_part(identifier, at)) continue;
    end = part_end(identifier, at);
    if (self->words.len) *array_push(&self->folded) = ' ';
    add_word(self, start + (uint32_t)at, false);
    fold_word(slice_range(identifier, (Range){(uint32_t)at, (uint32_t)end}), &word);
    array_append(&self->folded, word.items, word.len);
  }
  array_free(&word);
}

Typed typed_identifier(Slice text, uint32_t offset, bool hyphens) {
  Range range = identifier_before(text, offset, hyphens);
  Slice identifier = slice_range(text, range);
  Typed self = {.end = offset, .identifier = true};
  self.joint = identifier.len && !is_letter(identifier.ptr[identifier.len - 1]);
  add_parts(&self, identifier, range.start);
  end_joint(&self);
  return self;
}

void typed_free(Typed *self) {
  array_free(&self->words);
  array_free(&self->folded);
}

Slice typed_name(const Typed *self, size_t first) {
  uint32_t start = self->words.items[first].name;
  return slice_new(self->folded.items + start, self->folded.len - start);
}

// --- what it may be ---

// Where the last word of `name` begins.
static size_t last_word(Slice name) {
  size_t start = name.len;
  while (start > 0 && name.ptr[start - 1] != ' ') start--;
  return start;
}

static bool is_small_word(Slice word) {
  return word_is_small(word.ptr, word.len);
}

static bool has_symbol(const Typed *typed, size_t first) {
  for (size_t i = first; i < typed->words.len; i++)
    if (typed->words.items[i].symbol) return true;
  return false;
}

// Whether each of the words says something; the last one may still be short.
static bool all_tell(Slice name) {
  enum { TELLING = 2 };
  size_t last = last_word(name);
  for (size_t start = 0, end; start < last; start = end + 1) {
    for (end = start; name.ptr[end] != ' ';) end++;
    Slice word = slice_range(name, (Range){(uint32_t)start, (uint32_t)end});
    if (name_letters(word) < TELLING || is_small_word(word)) return false;
  }
  return !is_small_word(slice_from(name, last));
}

static bool may_begin_word(Slice name) {
  return name.len >= LIKE_WORD_MIN && !is_small_word(name);
}

static bool may_be_starts(Slice name) {
  return name_letters(name) > 1 && all_tell(name);
}

static bool may_be_letters(Slice name) {
  enum { LETTERS_MIN = 3 };
  return name_letters(name) >= LETTERS_MIN && !last_word(name) && !is_small_word(name);
}

bool typed_may_be(const Typed *self, size_t first, Likeness how) {
  Slice name = typed_name(self, first);
  if (!name.len || *name.ptr == ' ') return false; // nothing visible was typed
  if (how == LIKE_PREFIX) return !self->identifier || first == 0 || name.len >= LIKE_WORD_MIN;
  if (self->joint || (self->identifier && first > 0)) return false;
  if (how == LIKE_WORD) return may_begin_word(name);
  if (has_symbol(self, first)) return false;
  return how == LIKE_STARTS ? may_be_starts(name) : may_be_letters(name);
}

bool typed_is_early(const Typed *self) {
  return self->identifier || self->joint || !may_begin_word(typed_name(self, self->words.len - 1));
}

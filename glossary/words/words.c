#include "words.h"

#include "../base/charclass.h"
#include "../base/utf.h"
#include "lanes.h"

static Joint gap_joint(uint8_t gap) {
  if (gap & GAP_STOP) return JOINT_STOP;
  if (gap & (GAP_SPACE | GAP_LINE | GAP_HYPHEN)) return JOINT_SPACE;
  return gap & GAP_PART ? JOINT_PART : JOINT_NONE;
}

Splitter splitter_new(Slice text, const Prose *prose) {
  // Nothing stands before the first token.
  return (Splitter){
      .text = text, .prose = prose, .end = prose ? 0 : (uint32_t)text.len, .gap = GAP_STOP};
}

static const Part *part_ahead(const Splitter *self) {
  bool any = self->prose && self->next_part < self->prose->parts.len;
  return any ? &self->prose->parts.items[self->next_part] : NULL;
}

static bool next_part(Splitter *self) {
  static const uint8_t GAPS[] = {
      [PART_JOINED] = 0, [PART_SPACED] = GAP_LINE, [PART_APART] = GAP_STOP};
  const Part *part = part_ahead(self);
  if (!part) return false;
  self->next_part++;
  self->at = part->range.start;
  self->end = part->range.end;
  self->gap |= GAPS[part->link];
  return true;
}

// --- one character ---

typedef struct {
  CharClass class;
  uint32_t end; // where the next one starts
} Step;

static Step step_beyond(const Splitter *self, uint32_t at) {
  Char c = utf_decode(slice_range(self->text, (Range){at, self->end}));
  return (Step){c.valid ? char_class(c.code) : CHAR_SYMBOL, at + c.len};
}

static Step step_at(const Splitter *self, uint32_t at) {
  CharClass class = CHAR_CLASSES[(uint8_t)self->text.ptr[at]];
  return class == CHAR_BEYOND ? step_beyond(self, at) : (Step){class, at + 1};
}

static bool is_letter(CharClass class) {
  return class == CHAR_WORD || class == CHAR_MARK;
}

// --- tokens ---

static inline void make_token(Splitter *self, TokenKind kind, uint32_t end, bool ascii,
                              Token *token) {
  token->range = (Range){self->at, end};
  token->part = self->next_part ? self->next_part - 1 : 0;
  token->kind = (uint8_t)kind;
  token->before = (uint8_t)gap_joint(self->gap);
  token->ascii = ascii;
  token->pieces = false;
  token->hyphen = self->gap & GAP_HYPHEN;
  token->blank = self->gap & GAP_SPACE;
  token->line = self->gap & GAP_LINE;
  self->gap = 0;
  self->at = end;
}

static uint32_t ascii_word_end(const Splitter *self, uint32_t at) {
  while (at + WIDE <= self->end) {
    uint32_t len = wide_word_len(self->text.ptr + at);
    at += len;
    if (len < WIDE) return at;
  }
  while (at < self->end && CHAR_CLASSES[(uint8_t)self->text.ptr[at]] == CHAR_WORD) at++;
  return at;
}

static bool is_beyond(const Splitter *self, uint32_t at) {
  return at < self->end && (uint8_t)self->text.ptr[at] >= 0x80;
}

// The end of the letters from `at` on. Invisible characters count only between letters.
static uint32_t unicode_word_end(const Splitter *self, uint32_t at) {
  uint32_t end = at;
  while (at < self->end) {
    Step step = step_at(self, at);
    if (is_letter(step.class))
      end = step.end;
    else if (step.class != CHAR_INVISIBLE)
      break;
    at = step.end;
  }
  return end;
}

// Whether the next part goes on with the word at the end of this one.
static bool goes_on(const Splitter *self) {
  const Part *part = part_ahead(self);
  if (!part || part->link != PART_JOINED || part->range.start == part->range.end) return false;
  Splitter there = {.text = self->text, .end = part->range.end};
  return is_letter(step_at(&there, part->range.start).class);
}

static void follow_markup(Splitter *self, Token *word) {
  while (self->at == self->end && goes_on(self)) {
    next_part(self);
    self->at = word->range.end = unicode_word_end(self, self->at);
    word->pieces = true;
    word->ascii = false;
  }
}

static void take_word(Splitter *self, Token *token) {
  uint32_t end = ascii_word_end(self, self->at), longer = end;
  if (is_beyond(self, end)) longer = unicode_word_end(self, end);
  make_token(self, TOKEN_WORD, longer, longer == end, token);
  if (self->at == self->end) follow_markup(self, token);
}

static void take_sign(Splitter *self, uint32_t end, Token *token) {
  while (is_beyond(self, end)) {
    Step step = step_beyond(self, end);
    if (step.class != CHAR_MARK) break;
    end = step.end;
  }
  make_token(self, TOKEN_SIGN, end, false, token);
}

static void take_symbol(Splitter *self, uint32_t end, Token *token) {
  make_token(self, TOKEN_SYMBOL, end, end == self->at + 1, token);
}

// What follows a hump directly is the next one.
static void take_hump(Splitter *self, Token *token) {
  Hump hump = word_hump(slice_range(self->text, (Range){self->at, self->end}));
  make_token(self, TOKEN_WORD, self->at + hump.len, hump.ascii, token);
  if (hump.more) self->gap = GAP_PART;
}

// --- what stands between ---

static bool is_repeated(const Splitter *self) {
  return self->at > 0 && self->text.ptr[self->at] == self->text.ptr[self->at - 1];
}

static bool continues(const Splitter *self, uint32_t at, bool over_space) {
  if (at == self->end) return true; // markup follows
  switch (step_at(self, at).class) {
  case CHAR_WORD:
  case CHAR_SIGN:
    return true;
  case CHAR_BLANK:
  case CHAR_LINE_FEED:
  case CHAR_RETURN:
    return over_space;
  default:
    return false;
  }
}

// `fine-tuning`, `fine-⏎tuning` and `snake_case`; but not ` - `, `--`, `->`, `-O2`, `_private`,
// `a__b`, where it is a symbol.
static bool joins(const Splitter *self, Step step) {
  return !is_repeated(self) && !self->gap && continues(self, step.end, step.class == CHAR_HYPHEN);
}

static void line_end(Splitter *self, Step step) {
  bool paired = step.class == CHAR_RETURN && step.end < self->end &&
                self->text.ptr[step.end] == '\n'; // counted there
  if (!paired) self->gap |= self->gap & GAP_LINE ? GAP_STOP : GAP_LINE;
  self->at = step.end;
}

// Moves over the next character if it is none of a token.
static bool take_gap(Splitter *self, Step step) {
  switch (step.class) {
  case CHAR_LINE_FEED:
  case CHAR_RETURN:
    line_end(self, step);
    return true;
  case CHAR_HYPHEN:
  case CHAR_UNDERSCORE:
    if (!joins(self, step)) return false;
    self->gap |= step.class == CHAR_HYPHEN ? GAP_HYPHEN : GAP_PART;
    break;
  case CHAR_BLANK:
    self->gap |= GAP_SPACE;
    break;
  case CHAR_INVISIBLE:
    break;
  default:
    return false;
  }
  self->at = step.end;
  return true;
}

static void take_token(Splitter *self, Step step, Token *token) {
  if (!is_letter(step.class) && step.class != CHAR_SIGN)
    take_symbol(self, step.end, token);
  else if (step.class == CHAR_SIGN)
    take_sign(self, step.end, token);
  else if (self->humps)
    take_hump(self, token);
  else
    take_word(self, token);
}

static inline void skip_spaces(Splitter *self) {
  for (; self->at < self->end && self->text.ptr[self->at] == ' '; self->at++)
    self->gap |= GAP_SPACE;
}

bool splitter_next(Splitter *self, Token *token) {
  for (;;) {
    skip_spaces(self);
    if (self->at >= self->end) {
      if (!next_part(self)) return false;
      continue;
    }
    Step step = step_at(self, self->at);
    if (step.class != CHAR_WORD && take_gap(self, step)) continue;
    take_token(self, step, token);
    return true;
  }
}

bool splitter_may_join(const Splitter *self) {
  if (self->at == self->end || self->gap) return true;
  switch (CHAR_CLASSES[(uint8_t)self->text.ptr[self->at]]) {
  case CHAR_BLANK:
  case CHAR_LINE_FEED:
  case CHAR_SYMBOL:
    return false;
  default:
    return true;
  }
}

void words_split(Slice text, const Prose *prose, Tokens *tokens) {
  Splitter splitter = splitter_new(text, prose);
  Token token;
  while (splitter_next(&splitter, &token)) *array_push(tokens) = token;
}

// --- letters ---

static void add_letters(Slice text, Range range, FoldBuffer *out) {
  Splitter splitter = {.text = text, .end = range.end};
  for (uint32_t at = range.start; at < range.end;) {
    Step step = step_at(&splitter, at);
    bool kept = is_letter(step.class) || step.class == CHAR_INVISIBLE;
    if (kept) array_append(out, text.ptr + at, step.end - at);
    at = step.end;
  }
}

Slice token_letters(Slice text, const Prose *prose, const Token *token, FoldBuffer *buffer) {
  if (!token->pieces) return slice_range(text, token->range);
  buffer->len = 0;
  size_t count = prose ? prose->parts.len : 1;
  for (size_t i = token->part; i < count; i++) {
    Range part = prose ? prose->parts.items[i].range : token->range;
    if (part.start >= token->range.end) break;
    uint32_t start = part.start > token->range.start ? part.start : token->range.start;
    uint32_t end = part.end < token->range.end ? part.end : token->range.end;
    add_letters(text, (Range){start, end}, buffer);
  }
  return slice_new(buffer->items, buffer->len);
}

// --- names that are more than words ---

static bool letter_from(Slice text, uint32_t at) {
  Splitter splitter = {.text = text, .end = (uint32_t)text.len};
  return at < text.len && is_letter(step_at(&splitter, at).class);
}

bool words_begin_at(Slice text, uint32_t at) {
  Splitter splitter = {.text = text, .end = (uint32_t)text.len};
  return at < text.len && (letter_from(text, at) || step_at(&splitter, at).class == CHAR_SIGN);
}

static bool letter_up_to(Slice text, uint32_t end) {
  uint32_t start = end;
  while (start > 0 && end - start < 4) {
    start--;
    if (((uint8_t)text.ptr[start] & 0xC0) != 0x80) break;
  }
  return start < end && letter_from(text, start);
}

static bool is_dot_in_word(Slice text, uint32_t at) {
  return at < text.len && text.ptr[at] == '.' && letter_up_to(text, at) &&
         letter_from(text, at + 1);
}

static bool are_colons_in_word(Slice text, uint32_t at) {
  return slice_starts_with(slice_from(text, at), SLICE("::")) && letter_up_to(text, at) &&
         letter_from(text, at + 2);
}

static bool may_bind(Slice text, uint32_t at) {
  return at < text.len && (text.ptr[at] == '.' || text.ptr[at] == ':');
}

bool words_bound(Slice text, uint32_t at) {
  if (!may_bind(text, at) && (at == 0 || !may_bind(text, at - 1))) return false; // nearly always
  return is_dot_in_word(text, at) || (at > 0 && is_dot_in_word(text, at - 1)) ||
         are_colons_in_word(text, at) || (at > 1 && are_colons_in_word(text, at - 2));
}

static bool is_of_option(char c) {
  return byte_is_word(c) || c == '-' || c == '_';
}

bool words_in_option(Slice text, uint32_t at) {
  enum { LONGEST = 64 };
  uint32_t start = at;
  while (start > 0 && at - start < LONGEST && is_of_option(text.ptr[start - 1])) start--;
  Slice name = slice_range(text, (Range){start, at});
  return slice_starts_with(name, SLICE("--")) && !slice_starts_with(name, SLICE("---"));
}

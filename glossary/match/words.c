#include "words.h"

#include "../base/charclass.h"
#include "../base/utf.h"

// What was seen since the last token.
enum {
  GAP_SPACE = 1,
  GAP_HYPHEN = 2,
  GAP_PART = 4, // an underscore
  GAP_LINE = 8, // one line end
  GAP_STOP = 16,
};

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

static bool next_part(Splitter *self) {
  static const uint8_t GAPS[] = {
      [PART_JOINED] = 0, [PART_SPACED] = GAP_SPACE, [PART_APART] = GAP_STOP};
  if (!self->prose || self->next_part == self->prose->parts.len) return false;
  Part part = self->prose->parts.items[self->next_part++];
  self->at = part.range.start;
  self->end = part.range.end;
  self->gap |= GAPS[part.link];
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

// --- tokens ---

static inline void push(Splitter *self, Tokens *tokens, TokenKind kind, uint32_t end, bool ascii) {
  Token *token = array_push(tokens);
  token->range = (Range){self->at, end};
  token->kind = (uint8_t)kind;
  token->before = (uint8_t)gap_joint(self->gap);
  token->ascii = ascii;
  token->hyphen = self->gap & GAP_HYPHEN;
  self->gap = 0;
  self->at = end;
}

// How many of eight bytes, from the first on, are ASCII letters or digits. All eight are looked at
// together: a bit at the top of each byte says whether the byte is at least `first`, and at most
// `last`.
static uint32_t leading_word_bytes(const char *bytes) {
  const uint64_t each = UINT64_C(0x0101010101010101), top = each * 0x80;
  uint64_t lane;
  memcpy(&lane, bytes, sizeof lane);
  uint64_t low = lane & ~top, small = low | each * 0x20;
  uint64_t letter = (small + each * (0x80 - 'a')) & ~(small + each * (0x7F - 'z'));
  uint64_t digit = (low + each * (0x80 - '0')) & ~(low + each * (0x7F - '9'));
  uint64_t other = ~(letter | digit) & top;
  other |= lane & top;
  if (!other) return sizeof lane;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return (uint32_t)__builtin_clzll(other) / 8;
#else
  return (uint32_t)__builtin_ctzll(other) / 8;
#endif
}

static uint32_t ascii_word_end(const Splitter *self, uint32_t at) {
  while (at + sizeof(uint64_t) <= self->end) {
    uint32_t len = leading_word_bytes(self->text.ptr + at);
    at += len;
    if (len < sizeof(uint64_t)) return at;
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
    if (step.class == CHAR_WORD || step.class == CHAR_MARK)
      end = step.end;
    else if (step.class != CHAR_INVISIBLE)
      break;
    at = step.end;
  }
  return end;
}

static inline void push_word(Splitter *self, Tokens *tokens) {
  uint32_t end = ascii_word_end(self, self->at);
  bool ascii = !is_beyond(self, end);
  if (!ascii) {
    uint32_t longer = unicode_word_end(self, end);
    ascii = longer == end;
    end = longer;
  }
  push(self, tokens, TOKEN_WORD, end, ascii);
}

static void push_sign(Splitter *self, Tokens *tokens, uint32_t end) {
  while (is_beyond(self, end)) {
    Step step = step_beyond(self, end);
    if (step.class != CHAR_MARK) break;
    end = step.end;
  }
  push(self, tokens, TOKEN_SIGN, end, false);
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

// `fine-tuning`, `fine-⏎tuning`; but not ` - `, `--`, `->`, `-O2`, where the hyphen is a symbol.
static void hyphen(Splitter *self, Tokens *tokens, uint32_t end) {
  if (is_repeated(self) || self->gap || !continues(self, end, true)) {
    push(self, tokens, TOKEN_SYMBOL, end, end == self->at + 1);
    return;
  }
  self->gap |= GAP_HYPHEN;
  self->at = end;
}

// `snake_case`; but not `_private`, `a__b`.
static void underscore(Splitter *self, Tokens *tokens, uint32_t end) {
  if (is_repeated(self) || self->gap || !continues(self, end, false)) {
    push(self, tokens, TOKEN_SYMBOL, end, true);
    return;
  }
  self->gap |= GAP_PART;
  self->at = end;
}

static void line_end(Splitter *self, Step step) {
  bool paired = step.class == CHAR_RETURN && step.end < self->end &&
                self->text.ptr[step.end] == '\n'; // counted there
  if (!paired) self->gap |= self->gap & GAP_LINE ? GAP_STOP : GAP_LINE;
  self->at = step.end;
}

static void take(Splitter *self, Tokens *tokens, Step step) {
  switch (step.class) {
  case CHAR_WORD:
  case CHAR_MARK:
    push_word(self, tokens);
    break;
  case CHAR_SIGN:
    push_sign(self, tokens, step.end);
    break;
  case CHAR_HYPHEN:
    hyphen(self, tokens, step.end);
    break;
  case CHAR_UNDERSCORE:
    underscore(self, tokens, step.end);
    break;
  case CHAR_LINE_FEED:
  case CHAR_RETURN:
    line_end(self, step);
    break;
  case CHAR_BLANK:
    self->gap |= GAP_SPACE, self->at = step.end;
    break;
  case CHAR_INVISIBLE:
    self->at = step.end;
    break;
  default:
    push(self, tokens, TOKEN_SYMBOL, step.end, step.end == self->at + 1);
    break;
  }
}

// Words and single spaces, nearly all of most texts, are taken here; `take` knows the rest.
static void take_any(Splitter *self, Tokens *tokens) {
  CharClass class = CHAR_CLASSES[(uint8_t)self->text.ptr[self->at]];
  if (class == CHAR_WORD)
    push_word(self, tokens);
  else if (class == CHAR_BLANK)
    self->gap |= GAP_SPACE, self->at++;
  else
    take(self, tokens, step_at(self, self->at));
}

bool splitter_fill(Splitter *self, size_t count, Tokens *tokens) {
  while (tokens->len < count) {
    if (self->at < self->end)
      take_any(self, tokens);
    else if (!next_part(self))
      return false;
  }
  return true;
}

void words_split(Slice text, const Prose *prose, Tokens *tokens) {
  Splitter splitter = splitter_new(text, prose);
  splitter_fill(&splitter, SIZE_MAX, tokens);
}

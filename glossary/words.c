#include "words.h"

#include "charclass.h"
#include "utf.h"

#include <utf8proc.h>

Splitter splitter_new(Slice text, const Prose *prose) {
  Splitter self = {.text = text, .prose = prose};
  if (!prose) self.end = (uint32_t)text.len;
  self.gap.stop = true; // nothing stands before the first token
  return self;
}

static bool next_part(Splitter *self) {
  if (!self->prose || self->next_part == self->prose->parts.len) return false;
  Part part = self->prose->parts.items[self->next_part++];
  self->at = part.range.start;
  self->end = part.range.end;
  self->gap.space |= part.link == PART_SPACED;
  self->gap.stop |= part.link == PART_APART;
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

static Joint gap_joint(const Splitter *self) {
  if (self->gap.stop || self->gap.lines > 1) return JOINT_STOP;
  if (self->gap.space || self->gap.lines || self->gap.hyphen) return JOINT_SPACE;
  return self->gap.part ? JOINT_PART : JOINT_NONE;
}

static void push(Splitter *self, Tokens *tokens, TokenKind kind, uint32_t end, bool ascii) {
  *array_push(tokens) = (Token){.range = {self->at, end},
                                .kind = (uint8_t)kind,
                                .before = (uint8_t)gap_joint(self),
                                .ascii = ascii,
                                .hyphen = self->gap.hyphen};
  memset(&self->gap, 0, sizeof self->gap);
  self->at = end;
}

static uint32_t ascii_word_end(const Splitter *self, uint32_t at) {
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

static void push_word(Splitter *self, Tokens *tokens) {
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

static bool gap_is_empty(const Splitter *self) {
  return !self->gap.lines && !self->gap.space && !self->gap.hyphen && !self->gap.part &&
         !self->gap.stop;
}

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
  if (is_repeated(self) || !gap_is_empty(self) || !continues(self, end, true)) {
    push(self, tokens, TOKEN_SYMBOL, end, end == self->at + 1);
    return;
  }
  self->gap.hyphen = true;
  self->at = end;
}

// `snake_case`; but not `_private`, `a__b`.
static void underscore(Splitter *self, Tokens *tokens, uint32_t end) {
  if (is_repeated(self) || !gap_is_empty(self) || !continues(self, end, false)) {
    push(self, tokens, TOKEN_SYMBOL, end, true);
    return;
  }
  self->gap.part = true;
  self->at = end;
}

static void line_end(Splitter *self, Step step) {
  bool paired = step.class == CHAR_RETURN && step.end < self->end &&
                self->text.ptr[step.end] == '\n'; // counted there
  if (!paired && self->gap.lines < 2) self->gap.lines++;
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
    self->gap.space = true, self->at = step.end;
    break;
  case CHAR_INVISIBLE:
    self->at = step.end;
    break;
  default:
    push(self, tokens, TOKEN_SYMBOL, step.end, step.end == self->at + 1);
    break;
  }
}

bool splitter_fill(Splitter *self, size_t count, Tokens *tokens) {
  while (tokens->len < count) {
    if (self->at < self->end)
      take(self, tokens, step_at(self, self->at));
    else if (!next_part(self))
      return false;
  }
  return true;
}

void words_split(Slice text, const Prose *prose, Tokens *tokens) {
  Splitter splitter = splitter_new(text, prose);
  splitter_fill(&splitter, SIZE_MAX, tokens);
}

// --- capitals ---

typedef struct {
  uint32_t letters, capitals;
  bool capital_later;
} Capitals;

static Capitals count_capitals(Slice word) {
  Capitals result = {0};
  for (size_t at = 0; at < word.len;) {
    Char c = utf_decode(slice_from(word, at));
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c.code);
    bool capital = category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
    result.letters += capital || category == UTF8PROC_CATEGORY_LL;
    result.capitals += capital;
    result.capital_later |= capital && at > 0;
    at += c.len;
  }
  return result;
}

bool word_is_particular(Slice word) {
  enum { LONGEST_ACRONYM = 5 };
  Capitals found = count_capitals(word);
  if (found.letters == found.capitals) return found.letters && found.letters <= LONGEST_ACRONYM;
  return found.capital_later;
}

bool word_has_case(Slice word) {
  return count_capitals(word).letters > 0;
}

#include "formula.h"

static char byte_before(const Formula *self, uint32_t at, uint32_t distance) {
  return at >= distance ? self->text.ptr[at - distance] : 0;
}

static char byte_at(const Formula *self, uint32_t at) {
  return at < self->text.len ? self->text.ptr[at] : 0;
}

static bool is_script(char c) {
  return c == '_' || c == '^';
}

// `x_max`, `x_{max}`: a word that names something.
static bool is_index(const Formula *self, Range word) {
  char before = byte_before(self, word.start, 1);
  return is_script(before) || (before == '{' && is_script(byte_before(self, word.start, 2)) &&
                               byte_at(self, word.end) == '}');
}

// With a blank and something else on either side.
static bool is_between_operands(const Formula *self, Range word) {
  char left = byte_before(self, word.start, 2), right = byte_at(self, word.end + 1);
  return byte_before(self, word.start, 1) == ' ' && byte_at(self, word.end) == ' ' && left &&
         right && !byte_is_one_of(left, "{([_^") && !byte_is_one_of(right, "})]");
}

static bool has_argument(const Formula *self, Range word) {
  return byte_at(self, word.end) == '{';
}

// Whether a bare word of this kind can be a command here at all.
static bool may_be_command(const Formula *self, TexKind kind, Range word) {
  switch (kind) {
  case TEX_NONE:
    return false;
  case TEX_SURE:
    return true;
  case TEX_ARGUMENT:
  case TEX_TEXT:
    return has_argument(self, word);
  case TEX_LIMITS:
    return byte_at(self, word.end) == '_' || !is_index(self, word);
  case TEX_OPERATOR:
    return is_between_operands(self, word);
  case TEX_FUNCTION:
    return !is_index(self, word);
  }
  return false;
}

static bool needs_company(const Formula *self, TexKind kind, Range word) {
  return kind == TEX_OPERATOR || kind == TEX_FUNCTION ||
         (kind == TEX_LIMITS && byte_at(self, word.end) != '_');
}

static void lose(Formula *self, Loss loss) {
  *array_push(&self->losses) = loss;
  self->sure = self->sure || !loss.needs_company;
}

// The control character with the line end it may be part of, or a blank that only it left.
static uint32_t start_of_loss(const Formula *self, uint32_t at, bool control) {
  char before = byte_before(self, at, 1), first = byte_before(self, at, 2);
  if (control) return at - (before == '\n' && first == '\r' ? 2 : 1);
  bool left_over = before == ' ' && (first == 0 || byte_is_one_of(first, "({[_^"));
  return left_over ? at - 1 : at;
}

static const TexRest *rest_at(const Formula *self, Range word, bool *control) {
  Slice text = slice_range(self->text, word);
  char before = byte_before(self, word.start, 1);
  const TexRest *rest = tex_rest(text, before);
  *control = rest && tex_is_control(before);
  if (!rest) rest = tex_rest(text, 0);
  if (!rest) return NULL;
  TexKind kind = tex_kind(slice_of(rest->name));
  bool argument = kind == TEX_ARGUMENT || kind == TEX_TEXT;
  return argument && !has_argument(self, word) ? NULL : rest;
}

static bool is_known_word(const Formula *self, Range word) {
  return tex_kind(slice_range(self->text, word)) != TEX_NONE || is_index(self, word);
}

// Words that no formula has, but what stands between two prices does.
static bool is_of_english(Slice word) {
  static const char *const WORDS[] = {"the",  "of",  "and", "or",   "for",  "per", "is",
                                      "are",  "was", "by",  "with", "than", "you", "we",
                                      "from", "but", "at",  "on",   "it"};
  for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
    if (slice_eq(word, slice_of(WORDS[i]))) return true;
  return false;
}

// Two words that mean nothing to TeX, with a blank between; or one that means something in English.
static void watch_for_prose(Formula *self, Range word) {
  bool apart = byte_before(self, word.start, 1) == ' ' && byte_at(self, word.end) == ' ';
  if (apart && is_of_english(slice_range(self->text, word))) self->prose = true;
  if (range_len(word) < 3 || is_known_word(self, word)) return;
  bool follows = self->unknown_end && self->unknown_end + 1 == word.start;
  if (follows && byte_before(self, word.start, 1) == ' ') self->prose = true;
  self->unknown_end = word.end;
}

// Takes in a bare word; the kind of the command that it was.
static TexKind take_word(Formula *self, Range word) {
  Slice text = slice_range(self->text, word);
  bool control;
  const TexRest *rest = rest_at(self, word, &control);
  if (rest) {
    Range range = {start_of_loss(self, word.start, control), word.end};
    lose(self, (Loss){.range = range, .name = slice_of(rest->name)});
    self->truncated = true;
    return tex_kind(slice_of(rest->name));
  }
  TexKind kind = text.len > 1 ? tex_kind(text) : TEX_NONE;
  if (!may_be_command(self, kind, word)) {
    watch_for_prose(self, word);
    return TEX_NONE;
  }
  lose(self, (Loss){.range = {word.start, word.start},
                    .name = text,
                    .needs_company = needs_company(self, kind, word),
                    .ambiguous = slice_eq(text, SLICE("eta"))});
  return kind;
}

static uint32_t word_end(const Formula *self, uint32_t at) {
  while (byte_is_letter(byte_at(self, at))) at++;
  return at;
}

// Behind the braces that open at `at`; there, when none do.
static uint32_t behind_braces(const Formula *self, uint32_t at) {
  if (byte_at(self, at) != '{') return at;
  uint32_t open = 0;
  for (; at < self->text.len; at++) {
    if (self->text.ptr[at] == '{') open++;
    if (self->text.ptr[at] == '}' && --open == 0) return at + 1;
  }
  return at;
}

// A command with its backslash, or an escaped sign.
static uint32_t pass_command(Formula *self, uint32_t at) {
  uint32_t end = word_end(self, at + 1);
  if (end == at + 1) return at + 2;
  self->kept = true;
  bool text = tex_kind(slice_range(self->text, (Range){at + 1, end})) == TEX_TEXT;
  return text ? behind_braces(self, end) : end;
}

static void read(Formula *self) {
  for (uint32_t at = 0; at < self->text.len;) {
    char c = self->text.ptr[at];
    uint32_t end = word_end(self, at);
    if (c == '\\')
      at = pass_command(self, at);
    else if (end == at)
      at++;
    else if (end - at == 1)
      at = end;
    else
      at = take_word(self, (Range){at, end}) == TEX_TEXT ? behind_braces(self, end) : end;
  }
}

static void drop_unsure(Formula *self) {
  size_t kept = 0;
  for (size_t i = 0; i < self->losses.len; i++)
    if (!self->losses.items[i].needs_company || !self->kept)
      self->losses.items[kept++] = self->losses.items[i];
  self->losses.len = kept;
}

Formula formula_read(Slice text) {
  Formula self = {.text = text};
  read(&self);
  drop_unsure(&self);
  if (!self.sure || self.prose) self.losses.len = 0;
  return self;
}

void formula_free(Formula *self) {
  array_free(&self->losses);
}

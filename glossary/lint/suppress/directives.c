// Reading directives: words, rules with their terms, a reason.
#include "directives.h"

#include "../../base/nearest.h"
#include "../../prose/seek.h"

static const struct {
  const char *word;
  DirectiveKind kind;
} WORDS[] = {
    {"gloss-disable", DIRECTIVE_DISABLE},
    {"gloss-disable-file", DIRECTIVE_FILE},
    {"gloss-disable-next-line", DIRECTIVE_NEXT_LINE},
    {"gloss-enable", DIRECTIVE_ENABLE},
};
enum { WORD_COUNT = sizeof WORDS / sizeof *WORDS };

static DirectiveKind kind_of(Slice word) {
  for (size_t i = 0; i < WORD_COUNT; i++)
    if (slice_eq(word, slice_of(WORDS[i].word))) return WORDS[i].kind;
  return DIRECTIVE_UNKNOWN;
}

Slice directive_nearest(Slice word) {
  Nearest nearest = nearest_to(word);
  for (size_t i = 0; i < WORD_COUNT; i++) nearest_offer(&nearest, slice_of(WORDS[i].word));
  return nearest.best;
}

// --- words ---

typedef struct {
  Slice content; // of the comment
  uint32_t at, end;
  Array(DirectiveRule) rules;
} Reader;

static bool ends_word(char c) {
  return byte_is_blank(c) || c == ',' || c == '(';
}

static Slice take_word(Reader *self) {
  uint32_t start = self->at;
  while (self->at < self->end && !ends_word(self->content.ptr[self->at])) self->at++;
  return slice_range(self->content, (Range){start, self->at});
}

// What the lines of a comment begin or end with in languages that frame them.
static bool is_frame(Slice word) {
  return slice_is_made_of(word, "*>\\");
}

static bool begins_reason(Slice word) {
  return word.len > 1 && slice_is_made_of(word, "-");
}

// Behind the parenthesis that closes the one here; the end when none does.
static uint32_t term_end(const Reader *self, uint32_t at) {
  for (uint32_t depth = 0; at < self->end; at++) {
    depth += self->content.ptr[at] == '(';
    if (self->content.ptr[at] == ')' && --depth == 0) return at + 1;
  }
  return self->end;
}

// `(master copy)`, maybe behind blanks. Empty where there is none.
static Slice take_term(Reader *self) {
  uint32_t open = spaces_end(self->content, self->at, self->end);
  if (open == self->end || self->content.ptr[open] != '(') return (Slice){0};
  self->at = term_end(self, open);
  Slice term = slice_range(self->content, (Range){open + 1, self->at});
  if (slice_ends_with(term, SLICE(")"))) term.len--;
  return slice_trim(term);
}

static void skip_separators(Reader *self) {
  while (self->at < self->end &&
         (byte_is_blank(self->content.ptr[self->at]) || self->content.ptr[self->at] == ','))
    self->at++;
}

// Reads rules up to the reason, which it returns.
static Slice take_rules(Reader *self) {
  for (;;) {
    skip_separators(self);
    if (self->at == self->end) return (Slice){0};
    uint32_t start = self->at;
    Slice word = take_word(self);
    if (begins_reason(word)) return slice_trim(slice_from(self->content, self->at));
    if (is_frame(word)) continue;
    Slice term = take_term(self);
    *array_push(&self->rules) = (DirectiveRule){{start, self->at}, word, term};
  }
}

// --- directives ---

// Whether somebody who wrote an unknown `gloss-…` meant a directive.
static bool is_meant(Slice word, const Reader *reader) {
  for (size_t i = 0; i < reader->rules.len; i++)
    if (rule_named(reader->rules.items[i].rule)) return true;
  return directive_nearest(word).len > 0;
}

static void keep_rules(Directive *self, const Reader *reader, uint32_t shift, Arena *arena) {
  self->rule_count = (uint32_t)reader->rules.len;
  self->rules = arena_array(arena, DirectiveRule, reader->rules.len);
  for (uint32_t i = 0; i < self->rule_count; i++) {
    self->rules[i] = reader->rules.items[i];
    self->rules[i].range = range_shift(self->rules[i].range, shift);
  }
}

static void read_remark(Slice text, Remark remark, Directives *out, Arena *arena) {
  Slice content = arena_copy(arena, slice_range(text, remark.content));
  Reader reader = {.content = content, .end = (uint32_t)content.len};
  uint32_t shift = remark.content.start - remark.range.start;
  Directive directive = {.range = remark.range, .word = take_word(&reader)};
  directive.kind = kind_of(directive.word);
  directive.name = (Range){shift, shift + (uint32_t)directive.word.len};
  directive.reason = take_rules(&reader);
  keep_rules(&directive, &reader, shift, arena);
  if (directive.kind != DIRECTIVE_UNKNOWN || is_meant(directive.word, &reader))
    *array_push(out) = directive;
  array_free(&reader.rules);
}

void directives_read(Slice text, const Remark *remarks, size_t count, Directives *out,
                     Arena *arena) {
  for (size_t i = 0; i < count; i++) read_remark(text, remarks[i], out, arena);
}

void directives_append(Directives *self, const Directives *some, uint32_t shift) {
  for (size_t i = 0; i < some->len; i++) {
    Directive directive = some->items[i];
    directive.range = range_shift(directive.range, shift);
    *array_push(self) = directive;
  }
}

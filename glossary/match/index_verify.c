#include "index_impl.h"

void verifier_free(Verifier *self) {
  array_free(&self->form);
  array_free(&self->wanted);
  array_free(&self->text);
  array_free(&self->letters);
  spelling_buffers_free(&self->spelling);
}

static void split(Slice text, Tokens *tokens) {
  tokens->len = 0;
  words_split(text, NULL, tokens);
}

// What the text must say to be this variant of the form.
static Slice variant_of(Verifier *self, Slice form, Variant variant) {
  if (variant == VARIANT_PLAIN) return form;
  split(form, &self->form);
  return variant_text(variant, form, &self->form, &self->text);
}

static Rank worse(Rank a, Rank b) {
  return a > b ? a : b;
}

static Token run_token(const Token *tokens, size_t count) {
  Token word = tokens[0];
  if (count == 1) return word;
  word.range.end = tokens[count - 1].range.end;
  word.pieces = true;
  word.ascii = false;
  return word;
}

// Its word number `i`.
static Token stretch_word(const Stretch *self, size_t i) {
  if (i < self->run) return self->tokens[i];
  if (i == self->run) return run_token(&self->tokens[i], self->run_len);
  return self->tokens[i + self->run_len - 1];
}

// One word of a text beside one of a form.
static Rank compare_word(Verifier *self, Slice form, Token wanted, const Scan *scan, Token found,
                         Strictness strict) {
  Slice word = token_letters(scan->text, scan->prose, &found, &self->letters);
  return spelling_rank(slice_range(form, wanted.range), wanted.kind, word, found.kind, strict,
                       &self->spelling);
}

static Rank compare(Verifier *self, Slice form, const Tokens *wanted, const Scan *scan,
                    const Stretch *stretch, Strictness strict) {
  Rank rank = stretch->run_len > 1 ? RANK_JOINED : RANK_EXACT;
  for (size_t i = 0; i < wanted->len && rank < RANK_NONE; i++) {
    Token a = wanted->items[i], b = stretch_word(stretch, i);
    if (i > 0) rank = worse(rank, joint_rank(wanted->items[i - 1], a, b, strict));
    rank = worse(rank, compare_word(self, form, a, scan, b, strict));
  }
  return rank;
}

// What most matches need: the text has the very bytes of the form, but for case.
static Rank compare_bytes(Slice form, const Scan *scan, const Stretch *stretch, Strictness strict) {
  Range range = {stretch->tokens[0].range.start, stretch->tokens[stretch->count - 1].range.end};
  Slice text = slice_range(scan->text, range);
  if (slice_eq(form, text)) return RANK_EXACT;
  bool same = strict == SPELLING_ANY_CASE && slice_eq_ascii_case(form, text);
  return same ? RANK_CASE : RANK_NONE;
}

// Word by word.
static Rank compare_words(Verifier *self, Slice form, const Scan *scan, const Stretch *stretch,
                          Strictness strict) {
  split(form, &self->wanted);
  if (self->wanted.len != stretch_words(stretch)) return RANK_NONE;
  return compare(self, form, &self->wanted, scan, stretch, strict);
}

Rank verify(Verifier *self, const Index *index, PathEnd end, const Scan *scan,
            const Stretch *stretch, Strictness strict) {
  const Pattern *pattern = &index->patterns[path_pattern(end)];
  Variant variant = path_variant(end);
  bool whole = stretch->run_len == 1;
  if (strict == SPELLING_LITERAL && (variant != VARIANT_PLAIN || !whole)) return RANK_NONE;
  Slice form = variant_of(self, pattern_text(index, pattern), variant);
  Rank rank = whole ? compare_bytes(form, scan, stretch, strict) : RANK_NONE;
  if (rank == RANK_NONE) rank = compare_words(self, form, scan, stretch, strict);
  return worse(variant_rank(variant), rank);
}

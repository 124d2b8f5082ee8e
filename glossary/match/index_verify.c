#include "index_impl.h"

void verifier_free(Verifier *self) {
  array_free(&self->form);
  array_free(&self->variant);
  array_free(&self->text);
  spelling_buffers_free(&self->spelling);
}

static Strictness strictness(const Pattern *pattern, const Scan *scan) {
  return scan->ignore_case ? SPELLING_ANY_CASE : (Strictness)pattern->strictness;
}

static void split(Slice text, Tokens *tokens) {
  tokens->len = 0;
  words_split(text, NULL, tokens);
}

// The tokens of the variant, and in `*text` what they are ranges of.
static const Tokens *variant_tokens(Verifier *self, const Index *index, const Pattern *pattern,
                                    Variant variant, Slice *text) {
  Slice form = pattern_text(index, pattern);
  split(form, &self->form);
  *text = variant_text(variant, form, &self->form, &self->text);
  if (variant == VARIANT_PLAIN) return &self->form;
  split(*text, &self->variant);
  return &self->variant;
}

static Rank worse(Rank a, Rank b) {
  return a > b ? a : b;
}

static Rank compare(Verifier *self, Slice form, const Tokens *wanted, const Scan *scan,
                    const Token *found, Strictness strict) {
  Rank rank = RANK_EXACT;
  for (size_t i = 0; i < wanted->len && rank < RANK_NONE; i++) {
    Token a = wanted->items[i], b = found[i];
    if (i > 0)
      rank = worse(rank, joint_rank(wanted->items[i - 1], a, b, strict, scan->identifiers));
    rank = worse(rank,
                 spelling_rank(slice_range(form, a.range), a.kind, slice_range(scan->text, b.range),
                               b.kind, strict, &self->spelling));
  }
  return rank;
}

Rank verify(Verifier *self, const Index *index, PathEnd end, const Scan *scan,
            const Token *tokens) {
  const Pattern *pattern = &index->patterns[path_pattern(end)];
  Strictness strict = strictness(pattern, scan);
  Variant variant = path_variant(end);
  if (variant != VARIANT_PLAIN && strict == SPELLING_LITERAL) return RANK_NONE;
  Slice text;
  const Tokens *wanted = variant_tokens(self, index, pattern, variant, &text);
  return worse(variant_rank(variant), compare(self, text, wanted, scan, tokens, strict));
}

#include "spelling.h"

void spelling_buffers_free(SpellingBuffers *self) {
  array_free(&self->form);
  array_free(&self->text);
}

static Slice contents(const FoldBuffer *buffer) {
  return slice_new(buffer->items, buffer->len);
}

// One round of comparing: fold both a certain way; equal words then have one rank, plurals another.
typedef struct {
  FoldKeep keep;
  Rank equal, plural;
} Round;

// The closest first.
static const Round ROUNDS[][4] = {
    [SPELLING_ANY_CASE] = {{FOLD_KEEP_CASE | FOLD_KEEP_MARKS, RANK_EXACT, RANK_PLURAL},
                           {FOLD_KEEP_MARKS, RANK_CASE, RANK_PLURAL},
                           {FOLD_ALL, RANK_SPELLING, RANK_SPELLING}},
    [SPELLING_OWN_CASE] = {{FOLD_KEEP_CASE | FOLD_KEEP_MARKS, RANK_EXACT, RANK_PLURAL},
                           {FOLD_KEEP_CASE, RANK_SPELLING, RANK_SPELLING}},
    [SPELLING_LITERAL] = {{FOLD_KEEP_CASE | FOLD_KEEP_MARKS, RANK_EXACT, RANK_NONE}},
};

static Rank round_rank(Round round, Slice form, Slice text, SpellingBuffers *buffers) {
  fold_keeping(form, round.keep, &buffers->form);
  fold_keeping(text, round.keep, &buffers->text);
  Slice a = contents(&buffers->form), b = contents(&buffers->text);
  if (slice_eq(a, b)) return round.equal;
  return round.plural != RANK_NONE && fold_agree(a, b) ? round.plural : RANK_NONE;
}

static bool is_last(Round round) {
  return round.plural == RANK_EXACT;
} // all zero

static Rank rounds_rank(Slice form, Slice text, Strictness strictness, SpellingBuffers *buffers) {
  for (const Round *round = ROUNDS[strictness]; !is_last(*round); round++) {
    Rank rank = round_rank(*round, form, text, buffers);
    if (rank != RANK_NONE) return rank;
  }
  return RANK_NONE;
}

// The same for ASCII words, which have no diacritics.
static Rank ascii_rank(Slice form, Slice text, Strictness strictness, SpellingBuffers *buffers) {
  bool any_case = strictness == SPELLING_ANY_CASE;
  if (strictness == SPELLING_LITERAL) return RANK_NONE;
  if (any_case && slice_eq_ascii_case(form, text)) return RANK_CASE;
  if (fold_agree(form, text)) return RANK_PLURAL;
  if (!any_case) return RANK_NONE;
  fold_word(form, &buffers->form);
  fold_word(text, &buffers->text);
  return fold_agree(contents(&buffers->form), contents(&buffers->text)) ? RANK_PLURAL : RANK_NONE;
}

// The two are not the same bytes.
static Rank word_rank(Slice form, Slice text, Strictness strictness, SpellingBuffers *buffers) {
  bool ascii = fold_is_ascii(form) && fold_is_ascii(text);
  return ascii ? ascii_rank(form, text, strictness, buffers)
               : rounds_rank(form, text, strictness, buffers);
}

static Rank symbol_rank(Slice form, Slice text, SpellingBuffers *buffers) {
  if (symbol_is_apostrophe(form) && symbol_is_apostrophe(text)) return RANK_CASE;
  return word_rank(form, text, SPELLING_LITERAL, buffers);
}

Rank spelling_rank(Slice form, TokenKind form_kind, Slice text, TokenKind text_kind,
                   Strictness strictness, SpellingBuffers *buffers) {
  if (form_kind != text_kind) return RANK_NONE;
  if (slice_eq(form, text)) return RANK_EXACT;
  return form_kind == TOKEN_SYMBOL ? symbol_rank(form, text, buffers)
                                   : word_rank(form, text, strictness, buffers);
}

// A word and a sign may stand close or apart: typographers differ.
static bool is_mixed(Token a, Token b) {
  return a.kind != b.kind && a.kind != TOKEN_SYMBOL && b.kind != TOKEN_SYMBOL;
}

// A line may end anywhere in a script without spaces; a space there separates.
static bool is_line_end_in_script(Token previous, Token form, Token text) {
  return previous.kind == TOKEN_SIGN && form.kind == TOKEN_SIGN && form.before == JOINT_NONE &&
         text.before == JOINT_SPACE && text.line && !text.hyphen;
}

Rank joint_rank(Token form_previous, Token form, Token text, Strictness strictness) {
  if (form.before == text.before && form.hyphen == text.hyphen) return RANK_EXACT;
  if (strictness == SPELLING_LITERAL) return RANK_NONE;
  if (form.before == text.before) return RANK_CASE;
  if (is_mixed(form_previous, form) && text.before != JOINT_PART) return RANK_CASE;
  if (is_line_end_in_script(form_previous, form, text)) return RANK_CASE;
  return form.before == JOINT_SPACE && text.before == JOINT_PART ? RANK_JOINED : RANK_NONE;
}

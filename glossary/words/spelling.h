// Spelling: how far a token of a text is from the token of a form it may stand for.
#pragma once

#include "../base/fold.h"
#include "words.h"

// Ascending: the first is the closest. A match has the rank of its worst token.
typedef enum {
  RANK_EXACT,    // the same, but for Unicode composition
  RANK_CASE,     // other capitals, or another joint
  RANK_PLURAL,   // singular for plural, or the other way round
  RANK_JOINED,   // words written together, or parts of an identifier
  RANK_SPELLING, // other diacritics, or a transliteration
  RANK_NONE,     // another word
} Rank;

// How much of a form's spelling is binding.
typedef enum {
  SPELLING_ANY_CASE, // case, number and diacritics may differ
  SPELLING_OWN_CASE, // number and diacritics may differ
  SPELLING_LITERAL,  // nothing may differ
} Strictness;

// Two buffers to fold into, reused between calls.
typedef struct {
  FoldBuffer form, text;
} SpellingBuffers;

void spelling_buffers_free(SpellingBuffers *self);

// Compares the words `form` and `text`, each with its kind.
Rank spelling_rank(Slice form, TokenKind form_kind, Slice text, TokenKind text_kind,
                   Strictness strictness, SpellingBuffers *buffers);

// Whether what stands between two tokens of a text may stand for `form`'s joint. `form` and `text`
// are the tokens after the joint, and the kinds of those before it are `form_previous` ….
// RANK_NONE: no.
Rank joint_rank(Token form_previous, Token form, Token text, Strictness strictness);

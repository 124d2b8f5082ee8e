#include "index_impl.h"

#include "../base/utf.h"

static Slice contents(const FoldBuffer *buffer) {
  return slice_new(buffer->items, buffer->len);
}

static bool is_phrase_of_words(const Tokens *tokens) {
  for (size_t i = 0; i < tokens->len; i++) {
    if (tokens->items[i].kind != TOKEN_WORD) return false;
    if (i > 0 && tokens->items[i].before != JOINT_SPACE) return false;
  }
  return tokens->len > 1;
}

static Slice joined(Slice form, const Tokens *tokens, FoldBuffer *out) {
  if (!is_phrase_of_words(tokens)) return (Slice){0};
  for (size_t i = 0; i < tokens->len; i++) {
    Slice word = slice_range(form, tokens->items[i].range);
    array_append(out, word.ptr, word.len);
  }
  return contents(out);
}

enum { UMLAUT_MARK = 0x0308 };

// The vowel under the two dots, 0 for anything else.
static char umlaut_vowel(uint32_t code) {
  static const struct {
    uint32_t code;
    char vowel;
  } UMLAUTS[] = {{0xC4, 'A'}, {0xD6, 'O'}, {0xDC, 'U'}, {0xE4, 'a'}, {0xF6, 'o'}, {0xFC, 'u'}};
  for (size_t i = 0; i < sizeof UMLAUTS / sizeof *UMLAUTS; i++)
    if (UMLAUTS[i].code == code) return UMLAUTS[i].vowel;
  return 0;
}

static bool is_vowel_for_umlaut(char c) {
  return c && memchr("AOUaou", c, 6) != NULL;
}

static Slice german(Slice form, FoldBuffer *out) {
  bool changed = false;
  for (size_t at = 0; at < form.len;) {
    Char c = utf_decode(slice_from(form, at));
    char vowel = umlaut_vowel(c.code);
    bool mark = c.code == UMLAUT_MARK && out->len && is_vowel_for_umlaut(out->items[out->len - 1]);
    if (vowel) *array_push(out) = vowel;
    if (vowel || mark)
      *array_push(out) = 'e';
    else
      array_append(out, form.ptr + at, c.len);
    changed |= vowel || mark;
    at += c.len;
  }
  return changed ? contents(out) : (Slice){0};
}

static bool is_ascii(const Tokens *tokens) {
  for (size_t i = 0; i < tokens->len; i++)
    if (!tokens->items[i].ascii) return false;
  return true;
}

Slice variant_text(Variant variant, Slice form, const Tokens *tokens, FoldBuffer *out) {
  out->len = 0;
  switch (variant) {
  case VARIANT_JOINED:
    return joined(form, tokens, out);
  case VARIANT_GERMAN:
    return is_ascii(tokens) ? (Slice){0} : german(form, out);
  default:
    return form;
  }
}

Rank variant_rank(Variant variant) {
  static const Rank ranks[] = {
      [VARIANT_PLAIN] = RANK_EXACT,
      [VARIANT_JOINED] = RANK_JOINED,
      [VARIANT_GERMAN] = RANK_SPELLING,
  };
  return ranks[variant];
}

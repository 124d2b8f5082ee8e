#include "identifier.h"

#include "../base/array.h"
#include "../base/utf.h"
#include "../words/words.h"

#include <utf8proc.h>

typedef Array(char) Buffer;

// --- how one is written ---

typedef struct {
  uint32_t capitals, small;
  bool hump; // a capital after a small letter
  char joint;
} Letters;

static Letters letters_of(Slice typed) {
  Letters found = {0};
  for (size_t i = 0; i < typed.len; i++) {
    char c = typed.ptr[i];
    found.capitals += byte_is_upper(c);
    found.small += byte_is_lower(c);
    found.hump |= byte_is_upper(c) && i > 0 && byte_is_lower(typed.ptr[i - 1]);
    if (c == '_' || c == '-') found.joint = c;
  }
  return found;
}

static Casing own_casing(IdentifierStyle own) {
  static const Casing OWN[] = {[IDENTIFIERS_NONE] = {.joint = '_'},
                               [IDENTIFIERS_SNAKE] = {.joint = '_'},
                               [IDENTIFIERS_CAMEL] = {.capital_later = true},
                               [IDENTIFIERS_KEBAB] = {.joint = '-'}};
  return OWN[own];
}

bool casing_of(Slice typed, IdentifierStyle own, Casing *casing) {
  Letters found = letters_of(typed);
  bool capital = typed.len && byte_is_upper(*typed.ptr);
  if (found.capitals > 1 && !found.small)
    *casing = (Casing){.joint = found.joint ? found.joint : '_', .shouted = true};
  else if (found.joint)
    *casing = (Casing){.joint = found.joint, .capital_first = capital, .capital_later = capital};
  else if (capital || found.hump)
    *casing = (Casing){.capital_first = capital, .capital_later = true};
  else
    *casing = own_casing(own);
  return found.joint || found.hump;
}

// --- writing one ---

static bool capital_at(Casing casing, bool first_word, bool first_letter) {
  if (casing.shouted) return true;
  return first_letter && (first_word ? casing.capital_first : casing.capital_later);
}

// LangChain, which is one word, keeps its second capital where humps are used.
static bool is_humped(Slice word, Casing casing, bool first_word) {
  return !casing.joint && capital_at(casing, first_word, true) && byte_is_upper(*word.ptr) &&
         letters_of(word).hump;
}

static void write_word(Slice word, Casing casing, bool first_word, Buffer *out) {
  if (is_humped(word, casing, first_word)) {
    array_append(out, word.ptr, word.len);
    return;
  }
  for (size_t at = 0; at < word.len;) {
    Char c = utf_decode(slice_from(word, at));
    int32_t code = (int32_t)c.code;
    bool capital = capital_at(casing, first_word, at == 0);
    code = capital ? utf8proc_toupper(code) : utf8proc_tolower(code);
    array_reserve(out, 4);
    out->len += utf_encode((uint32_t)code, out->items + out->len);
    at += c.len;
  }
}

// Signs that part the words of a name and are nothing in an identifier.
static bool is_separator(Slice symbol) {
  return symbol_is_apostrophe(symbol) || slice_eq(symbol, SLICE(".")) ||
         slice_eq(symbol, SLICE("/")) || slice_eq(symbol, SLICE("&")) ||
         slice_eq(symbol, SLICE(","));
}

static bool write_words(Slice form, const Tokens *tokens, Casing casing, Buffer *out) {
  bool parted = false;
  for (size_t i = 0; i < tokens->len; i++) {
    Slice word = slice_range(form, tokens->items[i].range);
    parted |= tokens->items[i].before != JOINT_NONE;
    if (tokens->items[i].kind == TOKEN_SYMBOL) {
      if (!is_separator(word)) return false;
      parted |= !symbol_is_apostrophe(word);
      continue;
    }
    bool joined = out->len && !parted;
    if (out->len && parted && casing.joint) *array_push(out) = casing.joint;
    Casing here = joined ? (Casing){.shouted = casing.shouted} : casing;
    write_word(word, here, !out->len, out);
    parted = false;
  }
  return out->len && !byte_is_digit(*out->items);
}

static bool is_joint(char c) {
  return c == '_' || c == '-';
}

static void keep_capitals(Slice typed, Buffer *out) {
  size_t at = 0;
  for (size_t i = 0; i < typed.len; i++) {
    if (is_joint(typed.ptr[i])) continue;
    while (at < out->len && is_joint(out->items[at])) at++;
    if (at == out->len || byte_lower(out->items[at]) != byte_lower(typed.ptr[i])) return;
    out->items[at++] = typed.ptr[i];
  }
}

Slice identifier_write(Slice form, Casing casing, Slice typed, Arena *arena) {
  Tokens tokens = {0};
  Buffer out = {0};
  words_split(form, NULL, &tokens);
  Slice result = {0};
  if (write_words(form, &tokens, casing, &out)) {
    keep_capitals(typed, &out);
    result = arena_copy(arena, slice_new(out.items, out.len));
  }
  array_free(&out);
  array_free(&tokens);
  return result;
}

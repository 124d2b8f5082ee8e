#include "natural.h"

#include "../base/utf.h"
#include "../words/words.h"

#include <utf8proc.h>

// The form and what was typed of it, both as tokens.
typedef struct {
  Slice form, typed;
  Tokens form_tokens, typed_tokens;
  bool hint;    // what was typed is not the beginning of the form
  bool heading; // the form begins with a capital because headings do
} Pair;

static Slice form_word(const Pair *pair, size_t i) {
  return slice_range(pair->form, pair->form_tokens.items[i].range);
}

// The typed word in the place of the form's word `i`; empty when the author has not come so far.
static Slice typed_word(const Pair *pair, size_t i) {
  if (pair->hint || i >= pair->typed_tokens.len) return (Slice){0};
  return slice_range(pair->typed, pair->typed_tokens.items[i].range);
}

// --- capitals ---

static bool is_upper(uint32_t code) {
  return utf8proc_toupper((int32_t)code) == (int32_t)code &&
         utf8proc_tolower((int32_t)code) != (int32_t)code;
}

static bool is_lower(uint32_t code) {
  return utf8proc_toupper((int32_t)code) != (int32_t)code;
}

static bool starts_upper(Slice word) {
  return word.len && is_upper(utf_decode(word).code);
}

static bool starts_lower(Slice word) {
  return word.len && is_lower(utf_decode(word).code);
}

// At least two letters, and no small one.
static bool is_shouted(Slice word) {
  uint32_t capitals = 0;
  for (size_t at = 0; at < word.len;) {
    Char c = utf_decode(slice_from(word, at));
    if (is_lower(c.code)) return false;
    capitals += is_upper(c.code);
    at += c.len;
  }
  return capitals > 1;
}

// --- what the author is doing ---

typedef enum {
  STYLE_AS_FORM,
  STYLE_SMALL,   // ordinary words without capitals
  STYLE_SHOUTED, // all capitals
} Style;

static bool is_ordinary(const Pair *pair, size_t i) {
  return pair->form_tokens.items[i].kind == TOKEN_WORD &&
         word_case(form_word(pair, i)) == WORD_ORDINARY;
}

// In Title Case every ordinary word has a capital, but for small ones (`of`, `and`, `the`).
static bool is_title_case(const Pair *pair) {
  enum { SMALL_WORD = 3 };
  size_t capitals = 0;
  for (size_t i = 0; i < pair->form_tokens.len; i++) {
    if (!is_ordinary(pair, i)) continue;
    if (starts_upper(form_word(pair, i)))
      capitals++;
    else if (form_word(pair, i).len > SMALL_WORD)
      return false;
  }
  return capitals > 1;
}

// All capitals, unless it reads like an abbreviation.
static bool is_shouted_hint(const Pair *pair) {
  return is_shouted(pair->typed) &&
         (pair->typed_tokens.len > 1 || word_case(pair->typed) == WORD_ORDINARY);
}

static Style style_of_hint(const Pair *pair) {
  if (is_shouted_hint(pair)) return STYLE_SHOUTED;
  return starts_lower(pair->typed) && is_title_case(pair) ? STYLE_SMALL : STYLE_AS_FORM;
}

// The first ordinary word that was typed shows it.
static Style style_of(const Pair *pair) {
  if (pair->hint) return style_of_hint(pair);
  for (size_t i = 0; i < pair->form_tokens.len; i++) {
    Slice typed = typed_word(pair, i);
    if (!typed.len) break;
    if (!is_ordinary(pair, i)) continue;
    if (is_shouted(typed)) return STYLE_SHOUTED;
    return starts_lower(typed) && is_title_case(pair) ? STYLE_SMALL : STYLE_AS_FORM;
  }
  return STYLE_AS_FORM;
}

// --- writing ---

typedef Array(char) Buffer;

static void write_code(Buffer *out, uint32_t code) {
  array_reserve(out, 4);
  out->len += utf_encode(code, out->items + out->len);
}

static uint32_t with_case_of(uint32_t code, uint32_t model) {
  if (is_upper(model)) return (uint32_t)utf8proc_toupper((int32_t)code);
  return is_lower(model) ? (uint32_t)utf8proc_tolower((int32_t)code) : code;
}

static uint32_t in_style(uint32_t code, Style style) {
  if (style == STYLE_SHOUTED) return (uint32_t)utf8proc_toupper((int32_t)code);
  return style == STYLE_SMALL ? (uint32_t)utf8proc_tolower((int32_t)code) : code;
}

// A letter in the case in which the form is to begin; empty: as it does.
static Slice first_letter(const Pair *pair) {
  if (!pair->hint || word_case(pair->typed) != WORD_ORDINARY || is_shouted(pair->typed))
    return (Slice){0};
  if (starts_upper(pair->typed)) return SLICE("X");
  return pair->heading ? SLICE("x") : (Slice){0};
}

// Letter by letter: the case of the typed one as far as there are any, then the style.
static void write_word(Buffer *out, Slice word, Slice typed, Style style) {
  for (size_t at = 0, typed_at = 0; at < word.len;) {
    Char c = utf_decode(slice_from(word, at));
    uint32_t code = in_style(c.code, style);
    if (typed_at < typed.len) {
      Char model = utf_decode(slice_from(typed, typed_at));
      code = with_case_of(c.code, model.code);
      typed_at += model.len;
    }
    if (c.valid)
      write_code(out, code);
    else
      *array_push(out) = word.ptr[at];
    at += c.len;
  }
}

static void write_form(const Pair *pair, Buffer *out) {
  Style style = style_of(pair);
  uint32_t at = 0;
  for (size_t i = 0; i < pair->form_tokens.len; i++) {
    Range range = pair->form_tokens.items[i].range;
    array_append(out, pair->form.ptr + at, range.start - at);
    Slice model = i == 0 && pair->hint ? first_letter(pair) : typed_word(pair, i);
    if (is_ordinary(pair, i))
      write_word(out, form_word(pair, i), model, style);
    else
      array_append(out, pair->form.ptr + range.start, range_len(range));
    at = range.end;
  }
  array_append(out, pair->form.ptr + at, pair->form.len - at);
}

static Slice write(Pair pair, Arena *arena) {
  words_split(pair.form, NULL, &pair.form_tokens);
  words_split(pair.typed, NULL, &pair.typed_tokens);
  Buffer out = {0};
  write_form(&pair, &out);
  Slice result = arena_copy(arena, slice_new(out.items, out.len));
  array_free(&out);
  array_free(&pair.form_tokens);
  array_free(&pair.typed_tokens);
  return result;
}

Slice natural_case(Slice form, Slice typed, Arena *arena) {
  return write((Pair){.form = form, .typed = typed}, arena);
}

Slice natural_hint(Slice form, Slice typed, bool heading, Arena *arena) {
  return write((Pair){.form = form, .typed = typed, .hint = true, .heading = heading}, arena);
}

// +1, -1: the name begins with an ordinary word that has a capital, has none. 0: with another one.
static int capital_of(Slice name) {
  size_t len = 0;
  while (len < name.len && name.ptr[len] != ' ') len++;
  if (word_case(slice_to(name, len)) != WORD_ORDINARY) return 0;
  return byte_is_upper(*name.ptr) ? 1 : -1;
}

bool natural_headings(const GlossaryFile *file) {
  enum { SAMPLE = 16 };
  int capitals = 0;
  for (size_t i = 0; i < file->entries.len && i < SAMPLE; i++)
    capitals += capital_of(file->entries.items[i]->headword);
  return capitals > 0;
}

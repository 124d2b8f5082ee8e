#include "inflect.h"

#include "../base/utf.h"
#include "../words/words.h"

#include <utf8proc.h>

static bool is_vowel(char c) {
  return byte_is_one_of(byte_lower(c), "aeiou");
}

static bool is_ascii_word(Slice word) {
  for (size_t i = 0; i < word.len; i++)
    if (!byte_is_letter(word.ptr[i])) return false;
  return word.len > 0;
}

static bool is_all_capitals(Slice word) {
  for (size_t i = 0; i < word.len; i++)
    if (!byte_is_upper(word.ptr[i]) && !byte_is_digit(word.ptr[i])) return false;
  return word.len > 0;
}

static bool ends_with_any(Slice word, const char *const *endings) {
  for (; *endings; endings++)
    if (slice_ends_with(word, slice_of(*endings))) return true;
  return false;
}

// --- number ---

static Slice last_word(Slice phrase) {
  size_t start = phrase.len;
  while (start > 0 && phrase.ptr[start - 1] != ' ' && phrase.ptr[start - 1] != '-') start--;
  return slice_from(phrase, start);
}

// Endings after which English has plurals of its own, or none at all.
static bool has_doubtful_plural(Slice word) {
  static const char *const ENDINGS[] = {"o",   "f",   "fe",   "us",    "is",   "on",   "um",  "a",
                                        "ix",  "ex",  "ics",  "ing",   "ness", "ware", "man", "ese",
                                        "eau", "ish", "data", "child", "oot",  "ooth", NULL};
  static const char *const FINE[] = {"ion", "oof", "ff", "eo", "io", "ton", NULL};
  static const char *const SHORT_ING[] = {"ring", "king", "thing", "string", "wing", NULL};
  if (ends_with_any(word, FINE) || ends_with_any(word, SHORT_ING)) return false;
  bool plural_already = slice_ends_with(word, SLICE("s")) && !slice_ends_with(word, SLICE("ss"));
  return plural_already || ends_with_any(word, ENDINGS);
}

static Slice ending_of(Slice word) {
  static const char *const HISSING[] = {"s", "x", "z", "ch", "sh", NULL};
  bool y = word.len > 1 && slice_ends_with(word, SLICE("y")) && !is_vowel(word.ptr[word.len - 2]);
  if (y) return SLICE("ies");
  return ends_with_any(word, HISSING) ? SLICE("es") : SLICE("s");
}

bool inflect_plural(Slice phrase, Arena *arena, Slice *plural) {
  Slice word = last_word(phrase);
  if (word.len > 1 && is_all_capitals(word) && !slice_ends_with(word, SLICE("S"))) {
    *plural = arena_format(arena, "%.*ss", SLICE_FMT(phrase));
    return true;
  }
  if (word.len < 2 || !is_ascii_word(word) || !byte_is_lower(word.ptr[word.len - 1])) return false;
  if (has_doubtful_plural(word)) return false;
  Slice ending = ending_of(word);
  Slice stem = slice_to(phrase, phrase.len - (ending.len == 3));
  *plural = arena_format(arena, "%.*s%.*s", SLICE_FMT(stem), SLICE_FMT(ending));
  return true;
}

// --- sound ---

static Sound sound_of_letter(char letter, bool spelt) {
  static const char VOWELS[] = "aeiofhlmnrsx"; // em, ar, ex …
  if (!byte_is_one_of(byte_lower(letter), VOWELS)) return SOUND_CONSONANT;
  return spelt || is_vowel(letter) ? SOUND_VOWEL : SOUND_UNSURE;
}

typedef struct {
  const char *start;
  Sound sound;
} Beginning;

// The first that fits decides. What is left out here goes by its first letter.
static const Beginning BEGINNINGS[] = {
    {"hour", SOUND_VOWEL},    {"honest", SOUND_VOWEL},   {"honor", SOUND_VOWEL},
    {"honour", SOUND_VOWEL},  {"heir", SOUND_VOWEL},     {"herb", SOUND_UNSURE},
    {"histor", SOUND_UNSURE}, {"hotel", SOUND_UNSURE},   {"eu", SOUND_CONSONANT},
    {"ewe", SOUND_CONSONANT}, {"once", SOUND_CONSONANT}, {"oneness", SOUND_CONSONANT},
    {"oui", SOUND_CONSONANT}, {"unin", SOUND_VOWEL},     {"unim", SOUND_VOWEL},
    {"unid", SOUND_UNSURE},   {"uni", SOUND_CONSONANT},  {"un", SOUND_VOWEL},
    {"up", SOUND_VOWEL},      {"ul", SOUND_VOWEL},       {"um", SOUND_VOWEL},
    {"us", SOUND_CONSONANT},  {"uti", SOUND_CONSONANT},  {"uto", SOUND_CONSONANT},
    {"ubi", SOUND_CONSONANT}, {"u", SOUND_UNSURE},
};

static bool begins_with(Slice word, const char *start) {
  size_t len = strlen(start);
  return word.len >= len && slice_eq_ascii_case(slice_to(word, len), slice_of(start));
}

static bool has_vowel(Slice word) {
  for (size_t i = 0; i < word.len; i++)
    if (is_vowel(word.ptr[i]) || byte_lower(word.ptr[i]) == 'y') return true;
  return false;
}

static Sound sound_of_word(Slice word) {
  if (slice_eq_ascii_case(word, SLICE("one")) || slice_eq_ascii_case(word, SLICE("ones")))
    return SOUND_CONSONANT;
  for (size_t i = 0; i < sizeof BEGINNINGS / sizeof *BEGINNINGS; i++)
    if (begins_with(word, BEGINNINGS[i].start)) return BEGINNINGS[i].sound;
  if (!has_vowel(word)) return SOUND_UNSURE;
  return is_vowel(word.ptr[0]) ? SOUND_VOWEL : SOUND_CONSONANT;
}

Sound inflect_sound(Slice phrase) {
  size_t len = 0;
  while (len < phrase.len && byte_is_word(phrase.ptr[len])) len++;
  Slice word = slice_to(phrase, len);
  if (!is_ascii_word(word)) return SOUND_UNSURE;
  if (word.len == 1) return sound_of_letter(*word.ptr, true);
  return is_all_capitals(word) ? sound_of_letter(*word.ptr, false) : sound_of_word(word);
}

// --- capitals ---

static uint32_t upper(uint32_t code) {
  return (uint32_t)utf8proc_toupper((utf8proc_int32_t)code);
}

static uint32_t lower(uint32_t code) {
  return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
}

static bool starts_upper(Slice word) {
  uint32_t code = word.len ? utf_decode(word).code : 0;
  return upper(code) == code && lower(code) != code;
}

static bool has_small(Slice text) {
  for (size_t at = 0; at < text.len;) {
    Char c = utf_decode(slice_from(text, at));
    if (upper(c.code) != c.code) return true;
    at += c.len;
  }
  return false;
}

typedef struct {
  uint32_t words, capitals; // ordinary ones
} Count;

static Count count_capitals(Slice text) {
  Count count = {0};
  Tokens tokens = {0};
  words_split(text, NULL, &tokens);
  for (size_t i = 0; i < tokens.len; i++) {
    if (tokens.items[i].kind != TOKEN_WORD) continue;
    count.words++;
    count.capitals += starts_upper(slice_range(text, tokens.items[i].range));
  }
  array_free(&tokens);
  return count;
}

Capitals inflect_capitals(Slice text, Slice form) {
  bool letters = starts_upper(text);
  if (letters && text.len > 1 && !has_small(text) && has_small(form)) return CAPITALS_ALL;
  if (!letters || (starts_upper(form) && !has_small(form))) return CAPITALS_NONE;
  Count count = count_capitals(text);
  return count.words > 1 && count.capitals == count.words ? CAPITALS_TITLE : CAPITALS_FIRST;
}

typedef Array(char) Buffer;

typedef enum { LETTER_KEEP, LETTER_UPPER, LETTER_LOWER } Letter;

static void write_word(Buffer *out, Slice word, Letter first, Letter rest) {
  for (size_t at = 0; at < word.len;) {
    Char c = utf_decode(slice_from(word, at));
    Letter way = at == 0 ? first : rest;
    uint32_t code = way == LETTER_UPPER ? upper(c.code) : way == LETTER_LOWER ? lower(c.code) : 0;
    array_reserve(out, 4);
    if (c.valid && code)
      out->len += utf_encode(code, out->items + out->len);
    else
      array_append(out, word.ptr + at, c.len);
    at += c.len;
  }
}

static Letter first_letter(Capitals capitals, bool heading, bool title, size_t word) {
  if (capitals == CAPITALS_TITLE) return LETTER_UPPER;
  if (word == 0 && capitals == CAPITALS_FIRST) return LETTER_UPPER;
  return heading && (word == 0 || title) ? LETTER_LOWER : LETTER_KEEP;
}

Slice inflect_write(Slice form, Capitals capitals, bool heading, Arena *arena) {
  Count count = count_capitals(form);
  bool title = count.words > 1 && count.capitals == count.words;
  Tokens tokens = {0};
  Buffer out = {0};
  uint32_t at = 0;
  words_split(form, NULL, &tokens);
  for (size_t i = 0; i < tokens.len; i++) {
    Range range = tokens.items[i].range;
    Slice word = slice_range(form, range);
    bool fixed = tokens.items[i].kind != TOKEN_WORD || word_case(word) == WORD_PARTICULAR;
    bool shouted = capitals == CAPITALS_ALL;
    Letter first = shouted ? LETTER_UPPER : first_letter(capitals, heading, title, i);
    array_append(&out, form.ptr + at, range.start - at);
    write_word(&out, word, fixed ? LETTER_KEEP : first,
               !fixed && shouted ? LETTER_UPPER : LETTER_KEEP);
    at = range.end;
  }
  array_append(&out, form.ptr + at, form.len - at);
  Slice result = arena_copy(arena, slice_new(out.items, out.len));
  array_free(&tokens);
  array_free(&out);
  return result;
}

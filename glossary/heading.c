#include "heading.h"

enum { LONGEST_ABBREVIATION = 24 };

static bool is_letter(char c) {
  return byte_is_letter(c) || byte_is_digit(c) || (unsigned char)c >= 0x80;
}

// The next run of letters and digits of `rest`; empty at the end.
static Slice next_word(Slice *rest) {
  while (rest->len && !is_letter(rest->ptr[0])) *rest = slice_from(*rest, 1);
  size_t len = 0;
  while (len < rest->len && is_letter(rest->ptr[len])) len++;
  Slice word = slice_to(*rest, len);
  *rest = slice_from(*rest, len);
  return word;
}

static bool is_small_word(Slice word) {
  static const char *const SMALL[] = {"of", "for", "and",  "the", "in",   "on", "to", "a",
                                      "an", "by",  "with", "as",  "from", "at", "or"};
  for (size_t i = 0; i < sizeof SMALL / sizeof *SMALL; i++)
    if (slice_eq_ascii_case(word, slice_of(SMALL[i]))) return true;
  return false;
}

// Only the letters of an abbreviation, lower case. Returns how many, 0 when it cannot be one.
static size_t letters_of(Slice abbreviation, char *letters) {
  size_t count = 0;
  for (size_t i = 0; i < abbreviation.len; i++) {
    char c = abbreviation.ptr[i];
    if (byte_is_blank(c) || count == LONGEST_ABBREVIATION) return 0;
    if (is_letter(c)) letters[count++] = byte_lower(c);
  }
  return count;
}

// How far the letters are accounted for by the words so far: `reached[used][p]` says that the first
// p letters are, by `used` words (2: two or more).
enum { USED_MAX = 2 };
typedef bool Reached[USED_MAX + 1][LONGEST_ABBREVIATION + 1];

// One word takes its first letter at p, and then as many of its others as follow in order.
static void take_letters(Slice word, const char *letters, size_t count, size_t p, bool *reached) {
  if (byte_lower(word.ptr[0]) != letters[p]) return;
  size_t taken = p + 1;
  reached[taken] = true;
  for (size_t i = 1; i < word.len && taken < count; i++)
    if (byte_lower(word.ptr[i]) == letters[taken]) reached[++taken] = true;
}

// A small word may give nothing; any other has to, until all letters are accounted for.
static void take_word(Slice word, const char *letters, size_t count, Reached reached) {
  Reached now = {{false}};
  for (int used = 0; used <= USED_MAX; used++) {
    bool *next = now[used < USED_MAX ? used + 1 : USED_MAX];
    for (size_t p = 0; p < count; p++)
      if (reached[used][p]) take_letters(word, letters, count, p, next);
    for (size_t p = 0; p <= count; p++)
      if (reached[used][p] && (p == count || is_small_word(word))) now[used][p] = true;
  }
  memcpy(reached, now, sizeof now);
}

bool is_abbreviation_of(Slice abbreviation, Slice phrase) {
  char letters[LONGEST_ABBREVIATION];
  size_t count = letters_of(abbreviation, letters);
  Slice rest = phrase, first = next_word(&rest), second = rest;
  if (count < 2 || !first.len) return false;
  if (!next_word(&second).len)
    return count < first.len &&
           slice_eq_ascii_case(slice_new(letters, count), slice_to(first, count));
  Reached reached = {{true}};
  rest = phrase;
  for (Slice word = next_word(&rest); word.len; word = next_word(&rest))
    take_word(word, letters, count, reached);
  return reached[USED_MAX][count];
}

static ParenRole role_of(Slice headword, Slice paren) {
  if (is_abbreviation_of(paren, headword)) return PAREN_ABBREVIATION;
  if (is_abbreviation_of(headword, paren)) return PAREN_EXPANSION;
  return PAREN_DISAMBIGUATOR;
}

Heading heading_read(Slice name) {
  Heading whole = {.headword = name};
  if (name.len < 3 || name.ptr[name.len - 1] != ')') return whole;
  size_t open = name.len - 1, depth = 1;
  while (open > 0 && depth > 0) {
    open--;
    if (name.ptr[open] == ')') depth++;
    if (name.ptr[open] == '(') depth--;
  }
  Slice headword = slice_trim(slice_to(name, open));
  Slice paren = slice_trim(slice_new(name.ptr + open + 1, name.len - open - 2));
  bool apart = open > 0 && byte_is_blank(name.ptr[open - 1]); // `f(x)` is a name, not a parenthesis
  if (depth || !headword.len || !paren.len || !apart) return whole;
  return (Heading){headword, paren, role_of(headword, paren)};
}

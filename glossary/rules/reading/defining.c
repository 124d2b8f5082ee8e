#include "defining.h"

#include "../../store.h"

static bool begins_number(Slice text) {
  size_t digits = 0;
  while (digits < text.len && byte_is_digit(text.ptr[digits])) digits++;
  Slice rest = slice_from(text, digits);
  return digits && digits < 4 &&
         (slice_starts_with(rest, SLICE(". ")) || slice_starts_with(rest, SLICE(") ")));
}

Beginning definition_beginning(Slice definition) {
  static const struct {
    const char *sign;
    Beginning beginning;
  } SIGNS[] = {
      {"- ", BEGINS_WITH_LIST},    {"* ", BEGINS_WITH_LIST},
      {"+ ", BEGINS_WITH_LIST},    {"\xE2\x80\xA2 ", BEGINS_WITH_LIST},
      {"|", BEGINS_WITH_TABLE},    {"```", BEGINS_WITH_CODE},
      {"~~~", BEGINS_WITH_CODE},   {">", BEGINS_WITH_QUOTE},
      {"$$", BEGINS_WITH_FORMULA}, {"![", BEGINS_WITH_IMAGE},
  };
  for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
    if (slice_starts_with(definition, slice_of(SIGNS[i].sign))) return SIGNS[i].beginning;
  return begins_number(definition) ? BEGINS_WITH_NUMBERS : BEGINS_WITH_TEXT;
}

Slice definition_paragraph(const RuleContext *context) {
  Slice text = entry_definition(context->entry);
  return definition_beginning(text) == BEGINS_WITH_TEXT ? text : (Slice){0};
}

// --- words ---

static bool is_mark(char c) {
  return byte_is_blank(c) || byte_is_one_of(c, "*_\"'`([{~");
}

static bool in_word(char c) {
  return byte_is_word(c) || c == '-' || c == '\'';
}

Slice word_next(Slice *rest) {
  size_t start = 0;
  while (start < rest->len && !byte_is_word(rest->ptr[start])) start++;
  size_t end = start;
  while (end < rest->len && in_word(rest->ptr[end])) end++;
  Slice word = slice_to(slice_from(*rest, start), end - start);
  *rest = slice_from(*rest, end);
  return word;
}

static bool is_closing_mark(char c) {
  return byte_is_blank(c) || byte_is_one_of(c, "*_\"'`~");
}

Slice without_marks(Slice text) {
  while (text.len && is_mark(text.ptr[0])) text = slice_from(text, 1);
  while (text.len && is_closing_mark(text.ptr[text.len - 1])) text.len--;
  return text;
}

// --- sentences ---

static bool is_abbreviation(Slice before) {
  static const char *const KNOWN[] = {"e.g",    "i.e", "etc",  "vs", "cf",
                                      "approx", "ca",  "resp", "al"};
  for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
    Slice known = slice_of(KNOWN[i]);
    if (!slice_ends_with(before, known)) continue;
    if (before.len == known.len || !byte_is_word(before.ptr[before.len - known.len - 1]))
      return true;
  }
  return false;
}

// Behind what closes with the sentence.
static size_t behind_closing(Slice text, size_t at) {
  while (at < text.len && byte_is_one_of(text.ptr[at], "\"')*_]`")) at++;
  return at;
}

size_t sentence_length(Slice text) {
  for (size_t at = 0; at < text.len; at++) {
    if (!byte_is_one_of(text.ptr[at], ".!?")) continue;
    size_t end = behind_closing(text, at + 1);
    if (end < text.len && !byte_is_blank(text.ptr[end])) continue;
    if (text.ptr[at] != '.' || !is_abbreviation(slice_to(text, at))) return end;
  }
  return text.len;
}

// --- the verb ---

typedef struct {
  const char *verb, *particle; // a NULL particle: the verb alone
  bool weak;                   // defines only where no other verb does: `a pole, called mast`
} Verb;

static const Verb VERBS[] = {
    {"is", NULL, false},         {"are", NULL, false},        {"was", NULL, false},
    {"were", NULL, false},       {"means", NULL, false},      {"mean", NULL, false},
    {"denotes", NULL, false},    {"denote", NULL, false},     {"describes", NULL, false},
    {"describe", NULL, false},   {"represents", NULL, false}, {"represent", NULL, false},
    {"refers", "to", false},     {"refer", "to", false},      {"stands", "for", false},
    {"stand", "for", false},     {"comprises", NULL, false},  {"comprise", NULL, false},
    {"consists", "of", false},   {"consist", "of", false},    {"signifies", NULL, false},
    {"designates", NULL, false}, {"defines", NULL, true},     {"known", "as", true},
    {"defined", "as", true},     {"called", NULL, true},      {"call", NULL, true},
    {"named", NULL, true},       {"abbreviates", NULL, true}, {"short", "for", true},
};

// The defining verb that `word` begins, or NULL; `*rest` is what follows the word, then the verb.
static const Verb *verb_at(Slice word, Slice *rest) {
  for (size_t i = 0; i < sizeof VERBS / sizeof *VERBS; i++) {
    if (!slice_eq_ascii_case(word, slice_of(VERBS[i].verb))) continue;
    Slice behind = *rest;
    if (VERBS[i].particle && !slice_eq_ascii_case(word_next(&behind), slice_of(VERBS[i].particle)))
      continue;
    *rest = behind;
    return &VERBS[i];
  }
  return NULL;
}

static Slice without_period(Slice text) {
  while (text.len && byte_is_one_of(text.ptr[text.len - 1], ".!?")) text.len--;
  return text;
}

Defining defining_read(Slice text) {
  Slice sentence = slice_to(text, sentence_length(text)), rest = sentence;
  Defining result = {0};
  for (Slice word = word_next(&rest); word.len; word = word_next(&rest)) {
    bool first = word.ptr == sentence.ptr;
    const Verb *verb = first ? NULL : verb_at(word, &rest);
    if (!verb || (verb->weak && result.found)) continue;
    Slice subject = slice_to(sentence, (size_t)(word.ptr - sentence.ptr));
    result = (Defining){true, slice_trim(subject), without_period(slice_trim(rest))};
    if (!verb->weak) break;
  }
  return result;
}

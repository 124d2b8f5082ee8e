#include "likeness.h"

// --- words ---

static const char SMALL_WORDS[][5] = {
    "a",    "all", "also", "an",   "and",  "any",  "are",  "as",   "at",   "be",   "been", "but",
    "by",   "can", "did",  "do",   "does", "each", "for",  "from", "get",  "had",  "has",  "have",
    "he",   "her", "here", "his",  "how",  "i",    "if",   "in",   "into", "is",   "it",   "its",
    "just", "let", "like", "may",  "me",   "more", "most", "must", "my",   "no",   "not",  "now",
    "of",   "off", "on",   "once", "one",  "only", "or",   "our",  "out",  "over", "own",  "per",
    "she",  "so",  "some", "such", "than", "that", "the",  "them", "then", "they", "this", "to",
    "too",  "up",  "us",   "use",  "very", "via",  "was",  "we",   "well", "were", "what", "when",
    "who",  "why", "will", "with", "you",  "your",
};
enum { SMALL_COUNT = sizeof SMALL_WORDS / sizeof *SMALL_WORDS, LONGEST_SMALL = 4 };

bool word_is_small(const char *word, size_t len) {
  if (len > LONGEST_SMALL) return false;
  for (size_t i = 0; i < SMALL_COUNT; i++)
    if (SMALL_WORDS[i][0] == *word && !SMALL_WORDS[i][len] && !memcmp(SMALL_WORDS[i], word, len))
      return true;
  return false;
}

const char *name_next_word(const char *word) {
  while (*word && *word != ' ') word++;
  return *word ? word + 1 : NULL;
}

size_t name_word_len(const char *word) {
  size_t len = 0;
  while (word[len] && word[len] != ' ') len++;
  return len;
}

static bool is_inside_character(char c) {
  return ((uint8_t)c & 0xC0) == 0x80;
}

uint32_t name_letters(Slice typed) {
  uint32_t count = 0;
  for (size_t i = 0; i < typed.len; i++)
    count += typed.ptr[i] != ' ' && !is_inside_character(typed.ptr[i]);
  return count;
}

static Slice cut_word(Slice *rest) {
  size_t len = 0;
  while (len < rest->len && rest->ptr[len] != ' ') len++;
  Slice word = slice_to(*rest, len);
  *rest = slice_from(*rest, len + 1);
  return word;
}

// --- prefix ---

bool like_prefix(const char *rest, Slice typed) {
  for (size_t i = 0; i < typed.len; i++, rest++) {
    while (*rest == ' ' && typed.ptr[i] != ' ') rest++;
    if (*rest != typed.ptr[i]) return false;
  }
  return true;
}

// --- starts ---

static bool begins_with(const char *word, Slice piece) {
  for (size_t i = 0; i < piece.len; i++)
    if (word[i] != piece.ptr[i]) return false; // a NUL is in no piece
  return true;
}

// The first typed word begins this one, and each other one a word after that.
static bool begins_words(const char *word, Slice typed) {
  bool begins = begins_with(word, cut_word(&typed));
  while (begins && typed.len) {
    Slice piece = cut_word(&typed);
    do word = name_next_word(word);
    while (word && !begins_with(word, piece));
    begins = word != NULL;
  }
  return begins;
}

// How many of the letters have been used up is a bit in a set. After `used` of them, `word` may
// take one more, or two …, as far as it goes on like them.
static uint64_t take_from_word(const char *word, Slice letters, size_t used) {
  uint64_t result = 0;
  for (size_t at = used; at < letters.len && word[at - used] == letters.ptr[at]; at++) {
    bool whole = at + 1 == letters.len || !is_inside_character(letters.ptr[at + 1]);
    if (whole) result |= UINT64_C(1) << (at + 1);
  }
  return result;
}

static bool spells_beginnings(const char *word, Slice letters) {
  uint64_t used = 1, all = UINT64_C(1) << letters.len;
  for (; word && used; word = name_next_word(word)) {
    bool first = used == 1, small = word_is_small(word, name_word_len(word));
    uint64_t next = small && !first ? used : 0;
    for (size_t i = 0; i < letters.len; i++)
      if (used >> i & 1) next |= take_from_word(word, letters, i);
    if (!small && next & all) return true;
    used = next & ~all;
  }
  return false;
}

bool like_starts(const char *name, Slice typed) {
  enum { LETTERS_MAX = 63 };
  if (memchr(typed.ptr, ' ', typed.len)) return begins_words(name, typed);
  return typed.len <= LETTERS_MAX && spells_beginnings(name, typed);
}

// --- letters ---

static size_t character_len(const char *at, size_t rest) {
  size_t len = 1;
  while (len < rest && is_inside_character(at[len])) len++;
  return len;
}

// Greedy, which is as near as can be: the first letter has only one place.
uint32_t like_letters(const char *name, Slice typed) {
  uint32_t left_out = 0;
  for (bool first = true; typed.len; first = false) {
    size_t len = character_len(typed.ptr, typed.len);
    while (*name && !begins_with(name, slice_to(typed, len))) {
      if (first) return UINT32_MAX;
      left_out += *name != ' ' && !is_inside_character(*name);
      name++;
    }
    if (!*name) return UINT32_MAX;
    name += len;
    typed = slice_from(typed, len);
  }
  return left_out;
}

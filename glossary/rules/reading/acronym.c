#include "acronym.h"

enum { LETTERS_MAX = 6, WORDS_MAX = 16, BETWEEN_MAX = 3 };

// --- the acronym ---

Slice acronym_singular(Slice word) {
  bool plural = word.len > 2 && word.ptr[word.len - 1] == 's';
  return slice_to(word, word.len - plural);
}

// What stands in capitals and is short for nothing that a reader would ask for: words that are
// cried, months and days, units, and what has become a word.
static const char NONE[] =
    " AM PM OK AD BC ID TV PC CD DVD US USA UK EU UN NB PS TODO FIXME XXX NOTE TIP README FAQ AKA "
    "NOT AND OR MUST ALL ANY NO YES DO DONT IF IS IT THE MAY ONLY THIS THAT BE CAN WILL WITH FOR "
    "FROM TO OF IN ON AT BY AS AN WE YOU NOW NEW OLD END GET PUT POST HEAD TRUE NULL NEVER THEN "
    "WHEN ELSE USE SEE ONE TWO OUT OFF SET ADD WAS ARE HAS HAVE SHOULD ALSO BOTH EACH MORE VERY "
    "JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC MON TUE WED THU FRI SAT SUN "
    "KB MB GB TB PB KHZ MHZ GHZ HZ KW MW GW KM CM MM KG ";

static bool is_listed(Slice word) {
  for (const char *at = NONE + 1; *at; at = strchr(at, ' ') + 1)
    if (slice_starts_with(slice_of(at), word) && at[word.len] == ' ') return true;
  return false;
}

// Of C, D, L and M people make more acronyms than numbers.
static bool is_roman(Slice word) {
  for (size_t i = 0; i < word.len; i++)
    if (!byte_is_one_of(word.ptr[i], "IVX")) return false;
  return true;
}

static bool has_vowel(Slice word) {
  for (size_t i = 0; i < word.len; i++)
    if (byte_is_one_of(word.ptr[i], "AEIOUY")) return true;
  return false;
}

bool acronym_is(Slice word) {
  uint32_t capitals = 0;
  word = acronym_singular(word);
  if (word.len < 2 || word.len > LETTERS_MAX || !byte_is_upper(*word.ptr)) return false;
  for (size_t i = 0; i < word.len; i++) {
    if (!byte_is_upper(word.ptr[i]) && !byte_is_digit(word.ptr[i])) return false;
    capitals += byte_is_upper(word.ptr[i]);
  }
  bool may_be_word = capitals > 4 && has_vowel(word); // NATO, or NEVER
  return capitals > 1 && !may_be_word && !is_roman(word) && !is_listed(word);
}

// --- its words ---

typedef struct {
  Slice items[WORDS_MAX];
  size_t count;
} Words;

static char letter_at(Slice letters, size_t i) {
  return i < letters.len ? byte_lower(letters.ptr[i]) : 0;
}

// How many letters from `at` on stand in this order in the rest of the word: HyperText, eXtensible.
static size_t letters_within(Slice word, Slice letters, size_t at) {
  size_t found = 0;
  for (size_t i = 1; i < word.len && letter_at(letters, at + found); i++)
    found += byte_lower(word.ptr[i]) == letter_at(letters, at + found);
  return found;
}

static bool has_small(Slice word) {
  for (size_t i = 0; i < word.len; i++)
    if (byte_is_lower(word.ptr[i])) return true;
  return false;
}

// One acronym and the words that may spell it out.
typedef struct {
  const Words *words;
  Slice letters;
} Spelling;

// Whether the words from `first` on begin with the letters from `at` on; `used` words gave those
// before. `of` and `the` may be left out, and a word may give more than one letter: at most
// 2^LETTERS_MAX ways, and few of them last. One word alone spells nothing: CPU is no `computer`.
static bool spell(const Spelling *self, size_t first, size_t at, size_t used) {
  const Words *words = self->words;
  if (at == self->letters.len)
    return words->count - first <= BETWEEN_MAX && (used > 1 || self->letters.len == 2);
  if (first == words->count) return false;
  Slice word = words->items[first];
  if (byte_lower(*word.ptr) == letter_at(self->letters, at) && has_small(word))
    for (size_t more = letters_within(word, self->letters, at + 1) + 1; more-- > 0;)
      if (spell(self, first + 1, at + 1 + more, used + 1)) return true;
  return at > 0 && word.len <= 3 && spell(self, first + 1, at, used);
}

// The words after token `at`, or those before it, in their order.
static Words words_after(Slice text, const Tokens *tokens, size_t at) {
  Words words = {.count = 0};
  for (size_t i = at + 1; i < tokens->len && words.count < WORDS_MAX; i++) {
    if (tokens->items[i].before == JOINT_STOP) break;
    if (tokens->items[i].kind == TOKEN_WORD)
      words.items[words.count++] = slice_range(text, tokens->items[i].range);
  }
  return words;
}

static Words words_before(Slice text, const Tokens *tokens, size_t at) {
  Words words = {.count = 0};
  size_t start = at, seen = 0;
  while (start > 0 && seen < WORDS_MAX && tokens->items[start].before != JOINT_STOP)
    seen += tokens->items[--start].kind == TOKEN_WORD;
  for (size_t i = start; i < at && words.count < WORDS_MAX; i++)
    if (tokens->items[i].kind == TOKEN_WORD)
      words.items[words.count++] = slice_range(text, tokens->items[i].range);
  return words;
}

static Slice letters_of(Slice word) {
  word = acronym_singular(word);
  while (word.len && byte_is_digit(word.ptr[word.len - 1])) word.len--;
  return word;
}

static bool spelt_after(Words words, Slice letters) {
  size_t count = words.count;
  for (size_t first = 0; first < count && first <= BETWEEN_MAX; first++)
    for (words.count = first + 1; words.count <= count; words.count++)
      if (spell(&(Spelling){&words, letters}, first, 0, 0)) return true;
  return false;
}

bool acronym_is_spelt_out(Slice text, const Tokens *tokens, size_t at) {
  Slice letters = letters_of(slice_range(text, tokens->items[at].range));
  Words before = words_before(text, tokens, at);
  for (size_t i = 0; i < before.count; i++)
    if (spell(&(Spelling){&before, letters}, i, 0, 0)) return true;
  return spelt_after(words_after(text, tokens, at), letters);
}

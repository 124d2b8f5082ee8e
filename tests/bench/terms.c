#include "terms.h"
#include "dice.h"

#include <stdio.h>
#include <stdlib.h>

enum {
  WORDS_MAX = 4,
  // Words more frequent than that stand in no term: nobody defines `the`.
  COMMON_WORDS = 300,
  // A term of one word is a rare one. There are not enough of these for a long list: from here on
  // two are written together.
  RARE_WORDS = 2000,
  SINGLE_WORDS_MAX = FEW_TERMS,
};

static const char *term_word(const Vocabulary *vocabulary, uint64_t *seed) {
  uint32_t rank = 0;
  while (rank < COMMON_WORDS) rank = vocabulary_pick(vocabulary, seed);
  return vocabulary_word(vocabulary, rank);
}

static const char *rare_word(const Vocabulary *vocabulary, uint64_t *seed) {
  uint32_t rank = RARE_WORDS + dice_below(seed, VOCABULARY_WORDS - RARE_WORDS);
  return vocabulary_word(vocabulary, rank);
}

// Of twenty terms five have one word, nine two, four three and two four.
static uint32_t word_count(uint64_t *seed) {
  static const uint8_t counts[20] = {1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4};
  return counts[dice_below(seed, sizeof counts)];
}

static int write_single(const Vocabulary *vocabulary, uint32_t i, uint64_t *seed, char *out) {
  const char *word = rare_word(vocabulary, seed);
  const char *second = i < SINGLE_WORDS_MAX ? "" : rare_word(vocabulary, seed);
  return snprintf(out, TERM_SIZE, "%s%s", word, second);
}

// One joint in ten is a hyphen.
static int write_words(const Vocabulary *vocabulary, uint32_t count, uint64_t *seed, char *out) {
  int len = 0;
  for (uint32_t word = 0; word < count; word++) {
    const char *joint = word == 0 ? "" : dice_below(seed, 10) ? " " : "-";
    len +=
        snprintf(out + len, (size_t)(TERM_SIZE - len), "%s%s", joint, term_word(vocabulary, seed));
  }
  return len;
}

Slice term_write(const Vocabulary *vocabulary, uint32_t i, char out[TERM_SIZE]) {
  uint64_t seed = (i + UINT64_C(1)) * UINT64_C(0x9e3779b97f4a7c15);
  dice_next(&seed); // neighbours part only then
  uint32_t count = word_count(&seed);
  int len = count == 1 ? write_single(vocabulary, i, &seed, out)
                       : write_words(vocabulary, count, &seed, out);
  return (Slice){out, (size_t)len};
}

const char *terms_said(uint32_t count) {
  return count == FEW_TERMS ? "4,000" : count == MORE_TERMS ? "100,000" : "1,000,000";
}

// ---- lists

MadeTerms terms_make(uint32_t first, uint32_t count) {
  MadeTerms self = {.items = calloc(count, sizeof *self.items), .count = count};
  Vocabulary *vocabulary = vocabulary_new();
  size_t size = 0;
  FILE *out = open_memstream(&self.pool, &size);
  if (!self.items || !out) abort();
  for (uint32_t i = 0; i < count; i++) {
    char term[TERM_SIZE];
    self.items[i] = term_write(vocabulary, first + i, term);
    fwrite(term, 1, self.items[i].len, out);
  }
  fclose(out);
  size_t at = 0; // only now does the pool stay where it is
  for (uint32_t i = 0; i < count; at += self.items[i++].len) self.items[i].ptr = self.pool + at;
  vocabulary_delete(vocabulary);
  return self;
}

void terms_free(MadeTerms *self) {
  free(self->pool);
  free(self->items);
  *self = (MadeTerms){0};
}

char *terms_glossary(const MadeTerms *self, size_t *len) {
  char *bytes;
  FILE *out = open_memstream(&bytes, len);
  if (!out) abort();
  fputs("# Made-up terms\n\n", out);
  for (uint32_t i = 0; i < self->count; i++)
    fprintf(out, "## %.*s\n\nThing number %u of its kind.\n\n", SLICE_FMT(self->items[i]), i);
  fclose(out);
  return bytes;
}

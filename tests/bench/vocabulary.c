#include "vocabulary.h"
#include "dice.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
  SEEN_SLOTS = 1 << 17, // more than twice the words, a power of two
  // Mandelbrot's correction: the most frequent word is 1 in 15, not 1 in 11.
  RANK_SHIFT = 2,
};

static const char *const onsets[] = {"",  "",  "b", "c", "d",  "d",  "f",  "g",  "h",  "l", "m",
                                     "n", "n", "p", "r", "r",  "s",  "s",  "t",  "t",  "w", "v",
                                     "k", "j", "y", "z", "st", "th", "sh", "ch", "tr", "pr"};
static const char *const vowels[] = {"e", "e", "a", "a", "o", "o", "i", "i", "u", "ea", "ou", "ee"};
static const char *const codas[] = {"",  "",  "",  "",  "",  "n", "n",  "r",
                                    "s", "t", "l", "d", "m", "y", "nd", "ck"};
static const char *const endings[] = {"s",  "s",  "ed",  "ed",  "ing", "ing",  "er",  "ly",
                                      "al", "en", "ity", "ous", "ive", "tion", "ess", "able"};

// How many syllables the words up to a rank have, and how many of 16 get an ending.
typedef struct {
  uint32_t below_rank, least, most, endings;
} Shape;

static const Shape shapes[] = {
    {500, 1, 1, 0}, {4000, 1, 2, 4}, {20000, 2, 2, 8}, {VOCABULARY_WORDS, 2, 3, 10}};

struct Vocabulary {
  char words[VOCABULARY_WORDS][VOCABULARY_WORD_SIZE];
  uint64_t up_to[VOCABULARY_WORDS]; // the sum of the weights of this word and all before it
  uint32_t seen[SEEN_SLOTS];        // rank + 1 by spelling: no word is made twice
};

#define PICK(list, seed) (list)[dice_below(seed, sizeof(list) / sizeof *(list))]

// ---- words

static const Shape *shape_of(uint32_t rank) {
  const Shape *shape = shapes;
  while (rank >= shape->below_rank) shape++;
  return shape;
}

static void add_syllable(char *word, uint64_t *seed) {
  strcat(word, PICK(onsets, seed));
  strcat(word, PICK(vowels, seed));
  strcat(word, PICK(codas, seed));
}

// At most (3 + extra) syllables of six letters and an ending: the caller keeps `extra` below 2.
static void make_word(char *word, const Shape *shape, uint32_t extra, uint64_t *seed) {
  uint32_t syllables = shape->least + dice_below(seed, shape->most - shape->least + 1) + extra;
  word[0] = '\0';
  while (syllables--) add_syllable(word, seed);
  if (dice_below(seed, 16) < shape->endings) strcat(word, PICK(endings, seed));
}

static uint32_t hash(const char *word) {
  uint32_t hash = 2166136261u;
  for (; *word; word++) hash = (hash ^ (uint8_t)*word) * 16777619u;
  return hash ^ hash >> 15;
}

// False when the word exists already.
static bool take(Vocabulary *self, uint32_t rank) {
  const char *word = self->words[rank];
  for (uint32_t slot = hash(word);; slot++) {
    uint32_t *seen = &self->seen[slot % SEEN_SLOTS];
    if (!*seen) return *seen = rank + 1, true;
    if (strcmp(self->words[*seen - 1], word) == 0) return false;
  }
}

// Where the short ones are used up, one syllable more makes room.
static void make_words(Vocabulary *self) {
  enum { TRIES = 8 };
  uint64_t seed = 0x2545f4914f6cdd1d;
  for (uint32_t rank = 0; rank < VOCABULARY_WORDS; rank++) {
    uint32_t tries = 0;
    do {
      make_word(self->words[rank], shape_of(rank), tries++ > TRIES, &seed);
    } while (!self->words[rank][1] || !take(self, rank));
  }
}

// ---- frequencies

static void weigh(Vocabulary *self) {
  uint64_t sum = 0;
  for (uint32_t rank = 0; rank < VOCABULARY_WORDS; rank++)
    self->up_to[rank] = sum += (UINT64_C(1) << 32) / (rank + 1 + RANK_SHIFT);
}

uint32_t vocabulary_pick(const Vocabulary *self, uint64_t *seed) {
  uint64_t wide = (uint64_t)dice_next(seed) << 32;
  uint64_t wanted = (wide | dice_next(seed)) % self->up_to[VOCABULARY_WORDS - 1];
  uint32_t low = 0, high = VOCABULARY_WORDS - 1;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (self->up_to[middle] > wanted)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

Vocabulary *vocabulary_new(void) {
  Vocabulary *self = calloc(1, sizeof *self);
  if (!self) abort();
  make_words(self);
  weigh(self);
  return self;
}

void vocabulary_delete(Vocabulary *self) {
  free(self);
}

const char *vocabulary_word(const Vocabulary *self, uint32_t rank) {
  return self->words[rank];
}

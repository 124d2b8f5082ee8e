// Vocabulary: 50,000 made-up words that read like English: the frequent ones short, the rare ones
// long, each as frequent as Zipf and Mandelbrot found words to be. The same on every machine.
#pragma once

#include <stdint.h>

enum { VOCABULARY_WORDS = 50000, VOCABULARY_WORD_SIZE = 32 };

typedef struct Vocabulary Vocabulary;

Vocabulary *vocabulary_new(void);
void vocabulary_delete(Vocabulary *self);

// Word number `rank`, the most frequent first: small ASCII letters, terminated.
const char *vocabulary_word(const Vocabulary *self, uint32_t rank);

// A rank, each as often as its word is used.
uint32_t vocabulary_pick(const Vocabulary *self, uint64_t *seed);

// Inflect: an English term put in the place of another one: its number, the article before it, its
// capitals. Says when it is not sure.
#pragma once

#include "../base/arena.h"

// The plural of the last word of `phrase`. False: that may be another one than the rules give
// (`criterion`, `hero`, `series`), or there may be none (`caching`).
bool inflect_plural(Slice phrase, Arena *arena, Slice *plural);

// With what sound it begins, which decides between `a` and `an`.
typedef enum { SOUND_UNSURE, SOUND_CONSONANT, SOUND_VOWEL } Sound;

Sound inflect_sound(Slice phrase);

// How a text writes what it says.
typedef enum {
  CAPITALS_NONE,  // white list
  CAPITALS_FIRST, // White list
  CAPITALS_TITLE, // White List
  CAPITALS_ALL,   // WHITE LIST
} Capitals;

// `text` is one way of writing `form`: what is a capital in the form as well says nothing of the
// sentence.
Capitals inflect_capitals(Slice text, Slice form);

// `form` with these capitals. `heading`: it is written in the capitals of headings, which say
// nothing of sentences. Names that are particular about their case (kNN) are never changed.
Slice inflect_write(Slice form, Capitals capitals, bool heading, Arena *arena);

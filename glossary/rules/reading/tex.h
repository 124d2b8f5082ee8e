// TeX: names of commands in formulas, and what is left of one whose backslash was lost. Private to
// lossy-math.
#pragma once

#include "../../base/slice.h"

// How sure it is that a bare word in a formula was a command.
typedef enum {
  TEX_NONE,     // it is none
  TEX_SURE,     // no formula has such a word by itself: infty, epsilon
  TEX_ARGUMENT, // sure when a brace follows: frac{
  TEX_TEXT,     // the same, and what stands in the braces are words: text{max}
  TEX_LIMITS,   // sure when _ follows: sum_
  TEX_OPERATOR, // only beside a sure one, with something on either side: a in B
  TEX_FUNCTION, // only beside a sure one: log, mu
} TexKind;

// `name` without its backslash.
TexKind tex_kind(Slice name);

// What is left of a command when a program takes its first letter for the name of a control
// character: `\t` is a tab, and `heta` is left of `\theta`.
typedef struct {
  const char *name;   // the command
  bool needs_control; // the rest may be a word: only where the control character still stands
} TexRest;

// Whether a letter behind a backslash names this control character.
bool tex_is_control(char c);

// The command of which `word` may be left, where `control` stands before it; 0: something else
// does. NULL: none.
const TexRest *tex_rest(Slice word, char control);

// The names that the reader of LaTeX knows. Private to this folder.
#pragma once

#include "../prose.h"

// What a command takes, step by step; the letters are those of the tables.
typedef enum {
  STEP_HIDDEN = 'n',        // an argument, no running text
  STEP_HIDDEN_LONG = 'N',   // the same, and it may hold empty lines
  STEP_SHOWN = 'p',         // an argument, running text
  STEP_HIDDEN_OPTION = 'o', // an optional argument, no running text
  STEP_SHOWN_OPTION = 'b',  // an optional argument, running text
  STEP_ANY = '*',           // any number of them: `[` no running text, `{` running text
  STEP_STAR = 's',          // an optional star
  STEP_VERBATIM = 'v',      // between two signs alike, or a group
  STEP_TO_GROUP = 'd',      // all up to the next group (`\def\name#1`)
  STEP_CODE = 't',          // nothing, but the rest of the group around it is code
  STEP_ACCENT = 'a',        // an accent and its letter: the whole word is left out
  STEP_LETTER = 'l',        // a letter by name: so here
  STEP_BEGIN_MATH = 'm',
  STEP_END_MATH = 'e',
  STEP_OWN_SIGN = 'c', // nothing: its own sign is running text
} LatexStep;

typedef struct {
  const char *name;
  const char *arguments; // LatexStep, one letter each
  PartLink link;         // what it is between two texts
} LatexCommand;

// Never NULL: an unknown command has `*`.
const LatexCommand *latex_command(Slice name);

// The arguments of an environment; NULL: nothing in it is running text.
const char *latex_environment(Slice name);

// Whether the command's argument is running text even above the document.
bool latex_is_title(Slice name);

// The names that the reader of LaTeX knows. Private to this folder.
#pragma once

#include "../prose.h"

// What a command takes, one letter for each step:
//   n  argument, no running text          p  argument, running text
//   o  optional, no running text          b  optional, running text
//   N  as n, and may hold empty lines     s  an optional star
//   v  verbatim: between two signs alike, or a group
//   d  all up to the next group (`\def\name#1`)
//   t  nothing, but the rest of the group around it is code
//   a  an accent and its letter           l  a letter by name
//   m  begins math                        e  ends math
//   c  nothing: its own sign is running text
//   *  any number of them: `[` no running text, `{` running text
typedef struct {
  const char *name;
  const char *arguments;
  PartLink link; // what it is between two texts
} LatexCommand;

// Never NULL: an unknown command has `*`.
const LatexCommand *latex_command(Slice name);

// The arguments of an environment; NULL: nothing in it is running text.
const char *latex_environment(Slice name);

// Whether the command's argument is running text even above the document.
bool latex_is_title(Slice name);

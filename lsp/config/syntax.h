// Syntax: whether a text is JSON, and where and why it is not, in words for a person.
#pragma once

#include <glossary/base/arena.h>

// What is wrong first; empty: nothing is. `range` is then the sign or word in the way.
Slice json_syntax_problem(Slice text, Range *range, Arena *arena);

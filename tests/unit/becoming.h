// Becoming: cases that say what a text becomes: `== name`, the text, `=>`, what becomes of it. In
// both, `␣` stands for a no-break space.
#pragma once

#include <glossary/base/arena.h>

// `name` is that of the case; what is returned may live in `arena`.
typedef Slice Become(Slice name, Slice text, Arena *arena);

// Runs those in the folder `name` of tests/cases, prints what is not as it should be, and fails.
void becoming_check(const char *name, Become *become);

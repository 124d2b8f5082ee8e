// Excerpt: the source line of a finding with carets under its range.
//
//     ## Kernel fussion
//               ^^^^^^^
#pragma once

#include "output.h"
#include <glossary/text.h>

// Writes both lines to stdout. A line longer than the width is shown around the range, with … where
// it goes on; a range that goes on to other lines is marked to the end of its first.
void excerpt_print(const Output *output, Text *text, Range range, Paint paint);

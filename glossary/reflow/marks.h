// Marks: what reflow writes and flatten reads back. Private to reflow/.
#pragma once

#include "../base/slice.h"

// A dash that was ` - ` between words: a no-break space and an em dash.
#define MADE_DASH SLICE("\xC2\xA0\xE2\x80\x94")

// `• `, which Markdown does not know.
#define ROUND_BULLET SLICE("\xE2\x80\xA2")

// Whether a text at the start of a line would be taken for a heading, a `*` item or a fence but for
// backslashes before it, if there are any. Reflow puts one more before such a text.
bool text_begins_with_mark(Slice text);

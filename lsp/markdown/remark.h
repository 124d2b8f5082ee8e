// Remark: a comment that speaks to Gloss and not to readers.
#pragma once

#include <glossary/base/slice.h>

// The length of `<!-- gloss-… -->` at the start of `text`; 0: something else, or too long.
size_t remark_len(Slice text);

// Tables as plain text. Private to lsp/markdown.
#pragma once

#include "inline.h"

// The rows of a table, each on a line, in columns that stand below each other; of one that is too
// wide for that, an item for each row. A cell ends at each `|` without a backslash, as on GitHub,
// be it in code: rows that format/ would leave alone, and those of reflow/, must be shown too.
void plain_table(Slice rows, PlainText *out);

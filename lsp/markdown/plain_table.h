// Tables as plain text. Private to lsp/markdown.
#pragma once

#include "inline.h"

// The rows of a table, each on a line, in columns that stand below each other.
void plain_table(Slice rows, PlainText *out);

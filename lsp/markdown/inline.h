// The text inside one block, without its marks. Private to lsp/markdown.
#pragma once

#include <glossary/base/array.h>
#include <glossary/base/slice.h>

typedef Array(char) PlainText;

static inline void plain_add(PlainText *out, Slice text) {
  array_append(out, text.ptr, text.len);
}

// Emphasis, code, links, references and images by what they show; entities decoded, escapes undone,
// formulas as they are, a line end as a blank, comments to Gloss left out.
void plain_inline(Slice text, PlainText *out);

// Texts: made-up English-like prose in which terms (terms.h) occur about as often as in a manual:
// the same bytes for the same size, whatever the terms that are looked for. Frequencies of words as
// in the vocabulary; capitals, numbers, possessives, hyphens, accents, quotes and dashes now and
// then, lines of at most 80 columns, paragraphs.
#pragma once

#include <glossary/base/slice.h>

typedef enum {
  TEXT_PLAIN,
  TEXT_MARKDOWN, // with headings, lists, tables, emphasis, links, code
} TextKind;

// A little more than `size` bytes; to be freed. With GLOSS_BENCH_TEXT the bytes of that file
// instead.
Slice text_make(size_t size, TextKind kind);

// The line and column (in bytes, both from 0) of an offset: one that grows from call to call.
typedef struct {
  Slice text;
  uint32_t offset, line, line_start;
} LineCounter;

void line_counter_go(LineCounter *self, uint32_t offset);

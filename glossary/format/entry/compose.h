// Compose: one piece laid out, and made sure of. Private to format/.
#pragma once

#include "../layout.h"
#include "pieces.h"

typedef struct {
  const GlossaryFile *file;
  const FormatStyle *style;
  Slice line_end; // of the file
  Arena *arena;   // for what is handed out
  Arena *scratch;
  Layout layout; // empty between two pieces
} Composer;

Composer composer_new(const GlossaryFile *file, const FormatStyle *style, Arena *arena);
void composer_free(Composer *self);

// A piece as it will be written, with the line ends of the file.
typedef struct {
  Slice core;      // ends in a line end, unless it is empty or refused
  Slice tail;      // whole lines; may be empty
  bool is_refused; // as it was, because it would not read the same
} Composed;

Composed compose(Composer *self, const Piece *piece);

// Its text, with the blank line in front of what follows it.
void composed_add(const Composed *self, bool is_last, Slice line_end, Layout *out);

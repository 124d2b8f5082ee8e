// Output: text for a person, on a terminal or in a file. Bytes of others never reach a terminal as
// commands: control characters are shown as signs (␀ … ␛ … ␡), and so are those that turn the
// reading direction around (�).
#pragma once

#include "options.h"
#include <stdio.h>

typedef enum {
  PAINT_PLAIN,
  PAINT_TERM,
  PAINT_PLACE,
  PAINT_FAINT,
  PAINT_ERROR,
  PAINT_WARNING,
  PAINT_INFO
} Paint;

typedef struct {
  bool color;
  unsigned width; // columns to wrap at
} Output;

// How to write to stdout: colours by choice, the terminal's width up to 100 columns, 80 elsewhere.
Output output_new(ColorChoice color);

// One piece of a line on stdout; line ends in it are shown as blanks.
void output_piece(const Output *self, Paint paint, Slice text);

// A text of several lines on stdout, each broken between words at the width and indented.
void output_paragraphs(const Output *self, unsigned indent, Slice text);

// A piece of a line to any stream, without paint.
void write_visible(FILE *stream, Slice text);

// Ends what was written to stdout. False when it could not be written; says so on stderr, unless
// nobody reads any more.
bool output_finish(void);

// Ends what was written to stdout, as output_finish; what is written there from now on goes to
// stderr.
bool output_to_stderr(void);

// `gloss: subject: message`, or without subject when it is empty, as a line on stderr.
void complain(Slice subject, Slice message);

// Pieces: a file cut into what is laid out alone: its entries, and the sections between them, each
// with the blank lines behind it. Private to format/.
//
// Comments right above a heading belong to that heading, though they lie in the piece before it:
// they are the piece's tail. A tail stays where it is while entries are laid out, and goes with its
// heading when they are sorted.
#pragma once

#include "../../base/array.h"
#include "../../field.h"
#include "../../store.h"

typedef struct {
  Range range;        // of the file; whole lines, a byte order mark left out
  const Entry *entry; // NULL: a section, from the start of the file or from a `# ` heading on
  bool is_last;       // no heading follows
  // Where entries begin depends on how this is written: its fence is never closed, or closes one
  // before it. Or it begins with what would be a byte order mark if it stood at the start.
  bool is_fixed;
} Piece;

typedef Array(Piece) Pieces;

// The pieces that `within` touches, ascending. All of them cover the file.
Pieces pieces_cut(const GlossaryFile *file, Range within);

// What a piece is made of. Slices of it.
typedef struct {
  Slice whole;
  Slice front; // what stands at the start of a file for other programs, between two `---`
  bool has_heading;
  Slice heading; // its line, without the line end
  Slice list;    // the field list, from the first mark to the end of the last item
  Fields fields; // places in `whole`
  Slice body;    // without blank lines at both ends
  Slice tail;    // the same
} Parts;

Parts parts_read(Slice whole, bool is_last);
void parts_free(Parts *self);

// Where the tail of a piece begins; its length when it has none.
uint32_t tail_start(Slice piece);

// Whether text that is to stand in the place of one piece would be read as one, whatever follows.
bool is_one_piece(Slice text);

// Whether a comment in it is never closed.
bool leaves_comment_open(Slice text);

// Whether a comment in it asks for the next line, or changes what is told from there on.
bool has_next_line_remark(Slice text);
bool has_lasting_remark(Slice text);

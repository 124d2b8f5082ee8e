// Pieces: how a document is read piece by piece, so that an edit costs only what stands around it.
//
// A cut is a place where reading begins anew: what stands before it and what follows read alone as
// they do together. A piece stands between two cuts, or the document's ends. One thing only reaches
// from piece to piece: a label that is defined in one (`[x]: url` of Markdown) says how its uses
// read in all.
#pragma once

#include "../base/arena.h"
#include "prose.h"

typedef Array(uint32_t) Offsets;
typedef Array(Slice) LabelNames;

// Of what follows a cut, so many bytes at most have a say in its being one.
enum { PIECE_HEAD = 4 };

struct ProsePieces {
  // Appends the cuts of `text`, which begins where a piece does: ascending, none at its start. One
  // at its end says that a piece ends there if what follows begins as one.
  void (*cut)(Slice text, Offsets *cuts);

  // NULL: the language has no labels. Names may be written otherwise than they stand there, but
  // mean the same; they live in `arena`.
  void (*define)(Slice piece, LabelNames *names, Arena *arena); // each label it defines
  void (*use)(Slice text, LabelNames *names, Arena *arena); // all labels it uses, and others too

  // Reads a piece. `labels` are defined elsewhere in the document: all those that it uses, or more.
  Prose (*read)(const ProseLanguage *language, Slice piece, const LabelNames *labels);
};

// How documents of a language (NULL: plain words) are read piece by piece. NULL: only the whole
// can be read, since what stands at its start may change how its end reads.
const ProsePieces *prose_pieces(const ProseLanguage *language);

// Whether an empty line ends at `at`. It parts paragraphs whatever the markup.
bool piece_is_parted(Slice text, size_t at);

// Whether the line at `at` is neither empty nor indented.
bool piece_may_begin(Slice text, size_t at);

extern const ProsePieces PIECES_PLAIN, PIECES_MARKDOWN;

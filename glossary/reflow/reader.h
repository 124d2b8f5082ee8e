// Reader: a flattened line while it is cut into blocks, or looked at for signs. Private to
// blocks.c, signs.c, beginnings.c and titles.c.
#pragma once

#include "blocks.h"

typedef struct {
  Slice line;
  const Guards *guards;
  Blocks *blocks;
  uint32_t dashes; // of the next table
  const Subject *subject;
  bool plain_bullets; // of the list at hand: a plain ` - ` begins an item of it
  uint32_t step;      // the number of the last step of the list at hand; 0: none
  char step_mark;     // what stands behind that number
  const bool *opens;  // by byte: whether something may begin with it
} Reader;

// A place in the line at which something may begin.
typedef struct {
  uint32_t at;
  bool fresh; // not inside a text: a block has ended here
} Place;

// Which block begins there: filled in as far as its marks tell, without an end where its text goes
// on. False: none does.
bool reader_begins(Reader *self, Place place, Block *block);

// Marks the bytes with which that may be, for `opens`.
void reader_find_openings(const Reader *self, bool opens[256]);

// --- what the line says at a place ---

static inline Slice reader_rest(const Reader *self, uint32_t at) {
  return slice_from(self->line, at);
}

static inline bool reader_stands(const Reader *self, uint32_t at, const char *sign) {
  return at < self->line.len && self->line.ptr[at] == sign[0] &&
         slice_starts_with(reader_rest(self, at), slice_of(sign));
}

// Behind the blanks at `at`.
uint32_t reader_skip(const Reader *self, uint32_t at);

// `**bold**` at `at`: its inside; empty when there is none.
Range reader_bold(const Reader *self, uint32_t at);

// `**Key**:` or `**Key:**`.
bool reader_is_keyed(const Reader *self, uint32_t at);

// `[ ] ` or `[x] `: a box, in a list of tasks.
bool reader_is_task(const Reader *self, uint32_t at);

// `- ` or `• `.
bool reader_is_bullet_sign(const Reader *self, uint32_t at);

// Whether what stands before `at` ends in one of `ends`, brackets, quotes and marks aside that
// close with it.
bool reader_ended(const Reader *self, uint32_t at, const char *ends);
#define ENDS_OF_SENTENCES ".!?"
#define ENDS_OF_TEXTS ".!?:|"

// Whether a parenthesis is open at `at` that was opened a little before.
bool reader_in_parenthesis(const Reader *self, uint32_t at);

// Whether a sentence may begin there.
bool reader_is_capital(const Reader *self, uint32_t at);

// The block that was begun last; of no kind when there is none.
Block reader_last(const Reader *self);
bool reader_last_is(const Reader *self, BlockKind kind);

// --- the beginnings: each gives false, or fills in the block as far as its marks tell ---

typedef bool Begins(Reader *self, Place place, Block *block);
Begins begins_code, begins_table;                                              // beginnings.c
Begins begins_marked_heading, begins_label, begins_bold_heading, begins_keyed; // titles.c

// Reader: a flattened line while it is cut into blocks. Private to blocks.c and beginnings.c.
#pragma once

#include "blocks.h"

// What a body is about is said in so many bytes at its start.
enum { LEAD_LONGEST = 80 };

typedef struct {
  Slice line;
  const Guards *guards;
  Blocks *blocks;
  uint32_t dashes;    // of the next table
  Slice lead;         // what the body is about, as its first words name it
  bool plain_bullets; // of the list at hand: a plain ` - ` begins an item of it
  uint32_t step;      // the number of the last step of the list at hand; 0: none
} Reader;

// A place in the line at which something may begin.
typedef struct {
  uint32_t at;
  bool fresh; // not inside a text: a block has ended here
} Place;

// Behind the blanks at `at`.
uint32_t reader_skip(const Reader *self, uint32_t at);

// `**bold**` at `at`: its inside; empty when there is none.
Range reader_bold(const Reader *self, uint32_t at);

// Which block begins there: filled in as far as its marks tell, without an end where its text goes
// on. False: none does.
bool reader_begins(Reader *self, Place place, Block *block);

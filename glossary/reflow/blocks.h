// Blocks: a flattened line cut into what it was once. Private to reflow/.
#pragma once

#include "../base/array.h"
#include "reflow.h"
#include "subject.h"

typedef enum {
  BLOCK_NONE,
  BLOCK_PARAGRAPH,
  BLOCK_HEADING,
  BLOCK_BULLET,
  BLOCK_STEP, // of a numbered list
  BLOCK_TABLE,
  BLOCK_CODE,
  BLOCK_MATH,
  BLOCK_BREAK, // `---`
  BLOCK_KINDS,
} BlockKind;

typedef struct {
  BlockKind kind;
  Range range;   // of the line: all of it, marks too
  Range content; // without its marks
  // Of a step; of a table: cells in a row; of a heading: its `#`s, 0 if it was bold.
  uint32_t number;
  bool nested;   // a bullet inside a numbered step
  bool round;    // a bullet that was `•`
  bool doubtful; // where it ends is not known, or where its lines do
} Block;

typedef Array(Block) Blocks;

// What must not be cut: code, formulas, links. Ascending, not overlapping.
typedef struct {
  Range range;
  BlockKind kind; // BLOCK_CODE and BLOCK_MATH stand alone; BLOCK_PARAGRAPH: part of a sentence
} Guarded;

typedef Array(Guarded) Guards;

// With what they begin.
static inline bool byte_guards(char c) {
  return c == '`' || c == '~' || c == '$' || c == '[';
}

// Code between backticks, formulas between dollars (amounts of money are none), links and
// references.
void guards_find(Slice line, Guards *out);

// Where the next row of dashes (`|---|---|`) begins, from `at` on; the end of the line when there
// is none.
uint32_t table_dashes(Slice line, uint32_t at);

// A table that was flattened: found by its row of dashes, told by counting cells. 0: none begins at
// `at`. Else the number of cells a row has, and `*end` is behind the last row. `dashes` is what
// table_dashes says of `at`.
uint32_t table_at(Slice line, uint32_t at, uint32_t dashes, const Guards *guards, uint32_t *end);

// The next cell of a table at `*at`, a `|`: `cell` is trimmed, `*at` moves to the `|` behind it.
bool table_next_cell(Slice line, uint32_t *at, uint32_t end, const Guards *guards, Range *cell);

// The guarded range that holds `at`, or NULL. Takes logarithmic time.
const Guarded *guard_at(const Guards *guards, uint32_t at);

// Cuts the line, of which `guards` are known, of a body about `subject`.
void blocks_read(Slice line, const Guards *guards, const Subject *subject, Blocks *out);

typedef Array(char) Markdown;

// Appends a text as it is, but for what flatten would take for a dash that was made: a plain blank
// stands before it instead.
void text_write(Slice text, Markdown *out);

// What stands between a block and the one before it (NULL: none), and the block.
void block_separate(const Block *block, const Block *previous, Markdown *out);
void block_write(Slice line, const Block *block, const Guards *guards, Markdown *out);

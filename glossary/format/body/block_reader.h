// Block reader: what is known between two lines while a body is read into blocks. Private to
// blocks.c, containers.c and leaves.c.
#pragma once

#include "../../line.h"
#include "../../starts.h"
#include "blocks.h"
#include "cursor.h"
#include "html_start.h"

enum { CONTAINERS_MAX = 32, NONE = -1 };

// A quote, or an item of a list.
typedef struct {
  uint32_t block;
  uint32_t list;  // of an item
  uint32_t width; // of an item: the columns that its lines are indented by
  bool quote;
  bool starved; // an item of nothing but an empty line: only other items may follow
} Open;

typedef struct {
  Blocks *out;
  Open open[CONTAINERS_MAX];
  uint32_t depth;
  uint32_t matched; // how many of them the line goes on with
  bool fresh;       // the line has begun another

  int64_t leaf; // the block that may go on; NONE
  Fence fence;
  int html;  // 0: closed
  bool math; // `$$` is open in the paragraph

  Cursor cursor;
  bool parted;      // an empty line is above
  bool loosening;   // one that makes a list loose when the list goes on
  bool weak;        // it stands below something that readers differ about
  int64_t loosened; // the list that is made loose by the line; NONE
} BlockReader;

static inline Block *leaf_of(BlockReader *self) {
  return self->leaf == NONE ? NULL : &self->out->blocks.items[self->leaf];
}

static inline bool leaf_is(BlockReader *self, BlockKind kind) {
  return self->leaf != NONE && leaf_of(self)->kind == kind;
}

static inline bool all_matched(const BlockReader *self) {
  return self->matched == self->depth && !self->fresh;
}

// Its containers may be missing on the line.
static inline bool in_paragraph(BlockReader *self) {
  return leaf_is(self, BLOCK_PARAGRAPH) && !self->fresh;
}

static inline bool in_table(BlockReader *self) {
  return leaf_is(self, BLOCK_TABLE) && all_matched(self);
}

static inline void doubt(BlockReader *self) {
  self->out->unsure = true;
}

// --- blocks.c ---

uint32_t add_block(BlockReader *self, BlockKind kind);

// Ends what the line does not go on with, since it begins something else.
void begin_block(BlockReader *self);

// --- containers.c ---

// Takes off the line what it has of the containers that are open.
void match_containers(BlockReader *self);
void close_containers(BlockReader *self, uint32_t depth);

// Each takes its sign off the line, and is false when there is none. A brother is another item of
// the list that the line falls out of.
bool is_brother(const BlockReader *self, ListMark mark);
bool begin_brother(BlockReader *self, ListMark mark);
bool begin_list(BlockReader *self, ListMark mark);
bool begin_quote(BlockReader *self, Slice text);

// The list of the container goes on behind an empty line: noted, and done once the line is read.
void loosen_list(BlockReader *self, uint32_t container);
void apply_loosening(BlockReader *self);

// --- leaves.c ---

// True when the line belongs to the code or the HTML above it.
bool leaf_goes_on(BlockReader *self, Slice text);
void close_leaf(BlockReader *self);

// False below text, which goes on however deep a line is indented.
bool begin_code(BlockReader *self);
// Whether the line is a break, or makes a heading of the paragraph above it.
bool read_rule(BlockReader *self, Slice text);
// Any other leaf, or one more line of a paragraph or a table.
void read_leaf(BlockReader *self, Slice text);

// What the parts of the index share: its layout. Private to index*.c.
#pragma once

#include "index.h"
#include "spelling.h"
#include "wordkey.h"

#include <stdatomic.h>

// A form as the index keeps it.
typedef struct {
  const char *text; // in the pool
  uint32_t len;
  uint32_t entry;
  uint8_t role;       // FormRole
  uint8_t match;      // MatchMode
  uint8_t strictness; // Strictness in running text
} Pattern;

// The ways in which the whole of a form may be written. Each is a path of its own.
typedef enum {
  VARIANT_PLAIN,
  VARIANT_JOINED, // fine-tuning: finetuning
  VARIANT_GERMAN, // Auslöser: Ausloeser
  VARIANT_COUNT,
} Variant;

enum { VARIANT_BITS = 2 };

// One end of a path: pattern << VARIANT_BITS | variant.
typedef uint32_t PathEnd;

static inline uint32_t path_pattern(PathEnd end) {
  return end >> VARIANT_BITS;
}
static inline Variant path_variant(PathEnd end) {
  return end & ((1u << VARIANT_BITS) - 1);
}

// Node 0 is the root. No edge leads to it, so a target of 0 marks a free slot, and "no such node".
typedef struct {
  uint32_t node, key, target;
} Edge;

struct Index {
  atomic_uint references;
  Pattern *patterns;
  uint32_t pattern_count;
  char *pool;
  Edge *edges; // open addressing; edge_mask + 1 slots
  uint32_t edge_mask;
  // A bit for each edge (by another part of its hash), FILTER_BITS for each slot: nearly all words
  // of a text lead nowhere, and this says so from a table that stays in the processor's cache.
  uint64_t *filter;
  uint32_t *first_end; // by node; one more than there are nodes
  uint32_t node_count;
  PathEnd *ends;              // of node n: from first_end[n] to first_end[n + 1]
  uint32_t depth;             // tokens of the longest path
  _Atomic(uint32_t *) sorted; // patterns by folded text; NULL until index_prefix asks
};

enum { FILTER_BITS = 8 };

static inline uint64_t edge_hash(uint32_t node, uint32_t key) {
  uint64_t hash = (key ^ node * UINT64_C(0x9E3779B97F4A7C15)) * UINT64_C(0xD6E8FEB86659FD93);
  return hash ^ (hash >> 32);
}

static inline uint32_t filter_words(uint32_t edge_mask) {
  return edge_mask / (64 / FILTER_BITS) + 1;
}

static inline uint64_t *filter_word(const Index *self, uint64_t hash) {
  return &self->filter[(hash >> 6) & (filter_words(self->edge_mask) - 1)];
}

static inline uint64_t filter_bit(uint64_t hash) {
  return UINT64_C(1) << (hash & 63);
}

// The node behind the edge `key` of `node`, or 0.
static inline uint32_t index_step(const Index *self, uint32_t node, uint32_t key) {
  uint64_t hash = edge_hash(node, key);
  if (!(*filter_word(self, hash) & filter_bit(hash))) return 0;
  for (uint32_t slot = (uint32_t)(hash >> 32) & self->edge_mask;;
       slot = (slot + 1) & self->edge_mask) {
    const Edge *edge = &self->edges[slot];
    if (!edge->target || (edge->key == key && edge->node == node)) return edge->target;
  }
}

static inline Slice pattern_text(const Index *self, const Pattern *pattern) {
  (void)self;
  return slice_new(pattern->text, pattern->len);
}

// Writes the text of a variant to `out` and returns it, or an empty slice when the form has no such
// variant. `tokens` are those of `form`. VARIANT_PLAIN returns the form itself.
Slice variant_text(Variant variant, Slice form, const Tokens *tokens, FoldBuffer *out);

// Rank that a match by this variant has at least.
Rank variant_rank(Variant variant);

// What verifying needs for its work, reused from match to match.
typedef struct {
  Tokens form, variant;
  FoldBuffer text;
  SpellingBuffers spelling;
} Verifier;

void verifier_free(Verifier *self);

// How `tokens`, as many as the path has, are written: RANK_NONE when they are not this form after
// all.
Rank verify(Verifier *self, const Index *index, PathEnd end, const Scan *scan, const Token *tokens);

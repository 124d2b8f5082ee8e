// What the parts of the index share: its layout. Private to match/index*.c and complete/.
//
// A trie without nodes: a path of words is the hash of their keys, and what is kept of it is
//   filters     a few bits that say whether forms end with this path, and whether any go on;
//   paths       for each form that ends: part of the hash, and which form.
// All of it answers "maybe": only verifying says that a form is there.
#pragma once

#include "../complete/lexicon.h"
#include "../words/spelling.h"
#include "../words/wordkey.h"
#include "index.h"

#include <stdatomic.h>

// A form as the index keeps it. Its text goes on to that of the next one.
typedef struct {
  uint32_t text; // in the pool
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

// pattern << VARIANT_BITS | variant.
typedef uint32_t PathEnd;

static inline uint32_t path_pattern(PathEnd end) {
  return end >> VARIANT_BITS;
}
static inline Variant path_variant(PathEnd end) {
  return end & ((1u << VARIANT_BITS) - 1);
}

// The path of the words with these keys: begin with 0.
typedef uint64_t PathHash;

static inline PathHash path_step(PathHash path, WordKey key) {
  return (path << 23 | path >> 41) ^ key;
}

// A Bloom filter of paths whose bits for one path lie in one word: for each fact one bit in two
// places, which two rotations bring to the bits of PathFacts.
typedef struct {
  uint64_t *words; // mask + 1
  uint32_t mask;
} Filter;

typedef enum { PATH_ENDS = 1, PATH_LEADS = 2 } PathFacts;

static inline uint64_t rotate_right(uint64_t word, uint64_t by) {
  return word >> (by & 63) | word << (-by & 63);
}

static inline uint32_t filter_facts(const Filter *self, PathHash path) {
  uint64_t word = self->words[(uint32_t)(path >> 32) & self->mask];
  return rotate_right(word, path) & rotate_right(word, path >> 6) & (PATH_ENDS | PATH_LEADS);
}

typedef struct {
  uint32_t tag; // the low half of the path's hash; the high half says which bucket
  PathEnd end;
} Path;

struct Index {
  Pattern *patterns; // one more than there are
  uint32_t pattern_count;
  char *pool;
  Filter roots; // paths of one word: nearly all words of a text begin no form, and this small table
                // says so from the processor's cache
  Filter rest;  // longer ones
  Path *paths;  // bucket by bucket
  uint32_t *first_path; // by bucket; one more than there are
  uint32_t bucket_mask;
  uint32_t depth;             // tokens of the longest path
  _Atomic(Lexicon *) lexicon; // NULL until lexicon_of asks
};

static inline uint32_t path_bucket(const Index *self, PathHash path) {
  return (uint32_t)(path >> 32) & self->bucket_mask;
}

// Whether a form ends with this path, as surely as its tag can tell.
static inline bool path_ends(const Index *self, PathHash path) {
  uint32_t bucket = path_bucket(self, path), end = self->first_path[bucket + 1];
  for (uint32_t i = self->first_path[bucket]; i < end; i++)
    if (self->paths[i].tag == (uint32_t)path) return true;
  return false;
}

// filter_facts, with the doubt about PATH_ENDS removed.
static inline uint32_t path_facts(const Index *self, const Filter *filter, PathHash path) {
  uint32_t facts = filter_facts(filter, path);
  if (facts & PATH_ENDS && !path_ends(self, path)) facts &= ~(uint32_t)PATH_ENDS;
  return facts;
}

static inline Slice pattern_text(const Index *self, const Pattern *pattern) {
  return slice_new(self->pool + pattern->text, pattern[1].text - pattern->text);
}

// PathFacts of a first word, in any of the layers.
uint32_t index_roots(const Index *const *layers, size_t count, PathHash path);

// Moves a splitter of words without humps over tokens at which no form of the layers begins, not
// necessarily over all of them. True: index_roots knows the next one.
bool index_skip(const Index *const *layers, size_t count, Splitter *splitter);

// A filter for these paths and what is known of each, made as small as its purpose allows.
typedef struct {
  PathHash path;
  PathFacts fact;
} PathFact;

Filter filter_new(const PathFact *facts, size_t count);

// Writes the text of a variant to `out` and returns it, or an empty slice when the form has no such
// variant. `tokens` are those of `form`. VARIANT_PLAIN returns the form itself.
Slice variant_text(Variant variant, Slice form, const Tokens *tokens, FoldBuffer *out);

// Rank that a match by this variant has at least.
Rank variant_rank(Variant variant);

// A stretch of a text that may be a form. Some of its tokens may be one word together, which the
// text writes in pieces (`co-operate`, `LangChain`).
typedef struct {
  const Token *tokens;
  size_t count;
  size_t run, run_len; // `run_len` tokens from `run` on are one word; 1: each is its own
} Stretch;

static inline size_t stretch_words(const Stretch *self) {
  return self->count - self->run_len + 1;
}

// What verifying needs for its work, reused from match to match.
typedef struct {
  Tokens form, wanted;
  FoldBuffer text, letters;
  SpellingBuffers spelling;
} Verifier;

void verifier_free(Verifier *self);

// How `stretch` of the scanned text is written: RANK_NONE when it is not this form after all.
Rank verify(Verifier *self, const Index *index, PathEnd end, const Scan *scan,
            const Stretch *stretch, Strictness strict);

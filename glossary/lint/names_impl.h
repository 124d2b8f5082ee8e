// Names from the inside. Private to names.c and names_nearest.c.
#pragma once

#include "../base/fold.h"
#include "names.h"

typedef Array(uint32_t) Ids;

enum { NAME_NONE = UINT32_MAX };

typedef struct {
  Slice key;       // folded
  Ids taken_by;    // entries with this full name
  Ids answered_by; // entries with any form that reads like it; once for each such form
  Ids avoided_by;  // entries that say not to use it
  Ids referrers;
  NameId nearest;      // NAME_NONE: none is near
  uint64_t nearest_at; // the generation in which it was, from 1; 0: never asked
  uint64_t letters;
} Name;

typedef struct {
  NameId full; // the entry's own name
  NameIds answers, avoided;
} Given;

struct Names {
  const Store *store;
  Arena *arena; // keys
  Array(Name) names;
  Array(Given) given; // by entry id
  uint32_t *table;    // NameId + 1, or 0
  size_t table_size;  // a power of two
  FoldBuffer folded, wanted;
  NameIds news;        // the last of them made the present generation
  uint64_t generation; // from 1
};

// Stems have keys of their own: `cach`, the stem of cache and caches, is no name.
enum { STEM_MARK = '\x01' };

static inline bool name_is_stem(const Name *name) {
  return name->key.len && name->key.ptr[0] == STEM_MARK;
}

// Folds `name` into `folded`; valid until the next one is folded.
Slice names_fold(Names *self, Slice name);

// The names that an entry answers to, one after the other: its full name (`at` 0), then every form
// but avoided ones. The headword of an entry without parenthesis is its full name and comes once.
bool names_next_answer(const Entry *entry, uint32_t *at, Slice *text);

// Records: what was found in the entries of one file, and what is known of them. Private to
// linter.c.
#pragma once

#include "../rules/rule.h"
#include "suppress/directives.h"

// What rules found, or a directive said, in one pass over one entry.
typedef struct {
  Arena *arena; // holds this and all below
  EntryFinding *items;
  size_t count;
  Directives directives;
} Kept;

// Known to be nothing.
extern const Kept KEPT_NOTHING;

// The findings of the context and `directives` (taken over), or &KEPT_NOTHING. Ends the context's
// findings and its arena.
const Kept *kept_from(RuleContext *context, Directives directives);

typedef struct {
  const Kept *own, *relations; // NULL: not known
  References references;
  NameIds asked; // names at which it is on record as a referrer
  uint32_t referrer;
} EntryRecord;

// What an entry has to say, for those who go through all of them.
typedef enum {
  SAYS_NOTHING,
  SAYS_IF_FEW, // only findings of rules that are told while few entries have one (most_percent)
  SAYS_MORE,
} Says;

// One for each file that was ever asked for.
typedef struct {
  GlossaryFile *file;
  Array(EntryRecord) entries;
  Array(uint8_t) says;        // beside them, a Says each: small, to be read quickly
  uint32_t counts[RULES_MAX]; // how many entries have a finding of a rule with most_percent
  size_t known;               // the findings of all entries before this one are known
} FileRecord;

// `count` entries that nothing is known of take the place of `removed` ones, which were forgotten
// before. Typing mostly replaces one by one, and then nothing is moved.
void record_replace(FileRecord *self, size_t at, size_t removed, size_t count);

// Keeps what was found. The entry must not be known yet in this way.
void record_keep(FileRecord *self, size_t index, const Kept *own, const Kept *relations);

// Forgets what was found, in either way. The record of whom it asked is the caller's.
void record_forget_relations(FileRecord *self, size_t index);
void record_forget_own(FileRecord *self, size_t index);

// Which rules have findings in too many entries to be told, by their number. False: none that has
// any finding with most_percent is told.
bool record_too_many(const FileRecord *self, bool too_many[RULES_MAX]);

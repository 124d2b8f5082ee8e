// Finding: one thing that is wrong in a glossary or a document, as data: where, what, and how to
// mend it.
#pragma once

#include "../edit.h"
#include "../store.h"

// In the order of weight. SEVERITY_OFF is for settings: no finding has it.
typedef enum {
  SEVERITY_ERROR,
  SEVERITY_WARNING,
  SEVERITY_INFO,
  SEVERITY_HINT,
  SEVERITY_OFF
} Severity;

const char *severity_name(Severity severity); // "error", "warning", "info", "hint", "off"

// False when there is no severity of that name.
bool severity_from_name(Slice name, Severity *severity);

// What a rule is to its reader. The examples are tests too (tests/unit/test_rules.c): the bad one
// gives findings of this rule and no other, the good one none at all.
typedef struct {
  const char *id; // kebab-case; never changes its meaning
  Severity severity;
  const char *summary;  // one line, no period: what is wrong
  const char *why;      // a few sentences for somebody who wonders why it matters and what to do
  const char *file;     // what the examples are called, which tells their language
  const char *glossary; // of a rule for documents: the terms that the examples are read with
  const char *bad, *good;
  bool fixable; // some of its findings come with a certain fix
} RuleInfo;

// One way to mend what was found. Edits are ascending and do not overlap; two that insert at the
// same place keep their order. All or none are made.
typedef struct {
  Slice title; // what it does, for a menu: `Replace with “master”`
  Edit *edits;
  uint32_t edit_count;
  bool certain; // does what the author would do, without being looked at: `--fix` makes it
} Fix;

typedef struct {
  const GlossaryFile *file;
  Range range; // in that file
  Slice message;
} Related;

// Bits, as LSP has them.
typedef enum { TAG_UNNECESSARY = 1, TAG_DEPRECATED = 2 } FindingTag;

typedef struct {
  const RuleInfo *rule;
  Severity severity; // the rule's own, a milder one, or what the settings say
  Range range;       // in the file
  Slice message;     // a sentence without final period, for a tired person
  Slice subject;     // the term it is about, as the glossary writes it; else the entry's name; may
                     // be empty. What a suppression or a baseline names
  Related *related;
  uint32_t related_count;
  Fix *fixes; // the best first; at most the first is certain
  uint32_t fix_count;
  uint32_t tags; // FindingTag
} Finding;

typedef struct {
  Finding *items;
  uint32_t count;
} Findings;

// The order in which findings are told: by range, then by rule.
void findings_sort(Findings *self);

// A sorted copy of `count` findings, in `arena`; what they point to stays theirs.
Findings findings_sorted(const Finding *items, size_t count, Arena *arena);

// A copy that borrows nothing but files and the rule: its ranges in the file moved by `shift`, all
// else in `arena`.
Finding finding_copy(const Finding *self, uint32_t shift, Arena *arena);

// What is done at most to fixed point: fixes may meet, and one may bring about the next.
enum { FIX_ROUNDS_MAX = 10 };

// The edits of the first fix of every finding that is certain, each as a whole, but for those whose
// edits overlap one that was made before: they are for the next round. Returns how many fixes they
// are.
uint32_t findings_certain_edits(const Findings *self, Arena *arena, Edits *out);

// Makes them. `out` is the new text, in `arena`.
uint32_t findings_fix(const Findings *self, Slice text, Arena *arena, Slice *out);

// Rule: what a lint rule sees and how it reports. Private to the linter and its rules.
#pragma once

#include "../lint.h"
#include "../syntax.h"

// Another entry that a finding speaks of. Where it stands is looked up when the findings are asked
// for: by then it may have moved.
typedef struct {
  uint32_t entry; // id
  Slice message;
} RelatedEntry;

// A name that nobody answers to, for which the nearest is to be offered. Which one that is changes
// with every new name, so it is looked up when the findings are asked for.
typedef struct {
  bool wanted;
  NameId name;
} Suggestion;

// A finding whose range counts from the start of its entry.
typedef struct {
  const RuleInfo *rule;
  Severity severity;
  Range range;
  Slice message;
  RelatedEntry *related;
  uint32_t related_count;
  Suggestion suggestion;
} EntryFinding;

typedef struct {
  Range range; // of the target, from the start of the entry
  NameId name;
  NameId stem; // so that `[[dry runs]]` finds Dry run
} Reference;

typedef struct {
  const Store *store;
  Names *names;
  const GlossaryFile *file;
  const Entry *entry;  // NULL for the preamble
  Slice bytes;         // of the entry, or the preamble
  Slice region;        // those, and what follows up to the next entry
  const Field *fields; // of the entry, or the preamble
  uint32_t field_count;
  Syntax syntax;               // empty for the preamble
  Array(Reference) references; // everything that refers to a name, in the order of the text
  Arena *arena;                // for messages; lives as long as the findings
  Array(EntryFinding) findings;
} RuleContext;

typedef struct {
  RuleInfo info;
  void (*check_entry)(RuleContext *context);    // NULL: has nothing to say of an entry
  void (*check_preamble)(RuleContext *context); // NULL: has nothing to say of a preamble
} Rule;

// Adds a finding of `rule` with its own severity. The result may be changed until the next one is
// added.
EntryFinding *report(RuleContext *context, const Rule *rule, Range range, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

// Collects the references of the entry (from its fields and its syntax) and runs every rule.
// Findings come out ascending by range and rule.
void rules_run(RuleContext *context);

extern const Rule rule_bad_encoding, rule_dangling_reference, rule_duplicate_term,
    rule_malformed_field, rule_malformed_headword, rule_missing_definition, rule_missing_headword,
    rule_oversized_entry, rule_unclosed_markup, rule_unknown_field;

// All of them, ascending by id.
extern const Rule *const RULES[];
extern const size_t RULE_COUNT;

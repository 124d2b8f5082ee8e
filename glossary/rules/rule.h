// Rule: what a lint rule for glossaries sees and how it reports. Private to the linter and its
// rules. Rules for documents: document_rule.h.
//
// What a rule says of one entry is found in two passes, so that a change elsewhere costs no
// parsing:
//   check_entry       sees the bytes of its entry and their syntax, and nothing of other entries
//   check_relations   sees facts only: names, and what facts.h knows. It is run again when an
//                     answer it was given changes
// Ranges of both count from the start of the entry.
#pragma once

#include "../lint/facts.h"
#include "../lint/names.h"
#include "../lint/rules.h"
#include "../syntax.h"

#define ENTRY_SELF UINT32_MAX // as the id of an entry: the one the rule looks at, or the preamble

// Another entry that a finding speaks of. Where it stands is looked up when the findings are asked
// for: by then it may have moved.
typedef struct {
  uint32_t entry; // id
  Slice message;
} RelatedEntry;

// An edit that stays right when entries move. In an entry that is gone it is not made, and neither
// is the rest of its fix.
typedef struct {
  uint32_t entry; // id, or ENTRY_SELF
  Range range;    // from the start of that entry
  Slice text;
} EntryEdit;

typedef struct {
  Slice title;
  EntryEdit *edits;
  uint32_t edit_count;
  bool certain;
} EntryFix;

// A name that nobody answers to, for which the nearest is to be offered. Which one that is changes
// with every new name, so it is looked up when the findings are asked for, and put at the end of
// the message (`; did you mean “X”?`) and, in the place of the finding's range, as a fix.
typedef struct {
  bool wanted;
  NameId name;
} Suggestion;

enum { FIXES_MAX = 4 }; // of one finding

// Up to so many entries of one name, their relations are found again whenever the bytes of one
// change: so a rule may read the others' bytes. Of more than that it may not.
enum { NAMESAKES_MAX = 5 };

// A finding whose range counts from the start of its entry.
typedef struct {
  const RuleInfo *rule;
  Severity severity;
  Range range;
  Slice message;
  Slice subject; // empty: the entry's name
  RelatedEntry *related;
  uint32_t related_count;
  Suggestion suggestion;
  EntryFix fixes[FIXES_MAX];
  uint32_t fix_count;
  bool moves;    // the entry belongs elsewhere in its file, by the alphabet: where to is looked up
                 // when the findings are asked for, and offered as a fix
  uint32_t tags; // FindingTag
} EntryFinding;

typedef enum { REFERENCE_TEXT, REFERENCE_SEE, REFERENCE_BROADER } ReferenceKind;

typedef struct {
  ReferenceKind kind;
  Range range; // of the target, from the start of the entry
  NameId name;
  NameId stem; // so that `[[dry runs]]` finds Dry run
} Reference;

typedef Array(Reference) References;

typedef struct {
  const Store *store;
  Names *names;
  Facts *facts;
  const GlossaryFile *file;
  const Entry *entry;  // NULL for the preamble
  Slice bytes;         // of the entry, or the preamble
  Slice region;        // those, and what follows up to the next entry
  const Field *fields; // of the entry, or the preamble
  uint32_t field_count;
  Syntax syntax;         // empty for the preamble and for relations
  References references; // everything that refers to a name, in the order of the text
  NameIds asked;         // relations: the names whose answers count here beside those of the
                         // references; see rule_ask
  Arena *arena;          // for messages; lives as long as the findings
  Arena *scratch;        // for what is needed only until the rule is done
  Array(EntryFinding) findings;
} RuleContext;

typedef struct {
  RuleInfo info;
  // Each may be NULL: the rule has nothing to say there.
  void (*check_entry)(RuleContext *context);
  void (*check_relations)(RuleContext *context);
  void (*check_preamble)(RuleContext *context);
  // Not 0: findings are told only while at most this share of the entries of a file have one. So
  // one entry without category is odd where the others have one, and not where none has.
  uint8_t most_percent;
  const struct DocumentRule *document; // of a rule for documents: see document_rule.h
} Rule;

// Adds a finding of `rule` with its own severity. The result may be changed until the next one is
// added.
EntryFinding *report(RuleContext *context, const Rule *rule, Range range, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

// Gives the finding one more way to be mended: put `text`, which is copied, in the place of
// `range`. `title` lives as long as the findings. Beyond FIXES_MAX it takes the place of the last.
EntryFix *add_fix(RuleContext *context, EntryFinding *finding, bool certain, Slice title,
                  Range range, Slice text);

// The same without an edit as yet.
EntryFix *new_fix(EntryFinding *finding, bool certain, Slice title);

// One more edit of the same fix: after those it has, in the same entry.
void add_edit(RuleContext *context, EntryFix *fix, uint32_t entry, Range range, Slice text);

// Names another entry that the finding speaks of.
void add_related(RuleContext *context, EntryFinding *finding, uint32_t entry, Slice message);

// In check_relations: from now on the relations of this entry are checked again whenever other
// entries take the name, answer to it, or avoid it than do now, or when the broader concepts of one
// of them change. No need for the names of references and for the forms of the entry itself.
void rule_ask(RuleContext *context, NameId name);

// Collects the references of the entry, from its fields and its syntax.
void rules_collect_references(RuleContext *context);

// Run every rule; findings come out ascending by range and rule.
void rules_check_entry(RuleContext *context);
void rules_check_relations(RuleContext *context);
void rules_check_preamble(RuleContext *context);

// All of them, ascending by id.
extern const Rule *const RULES[];
extern const size_t RULE_COUNT;

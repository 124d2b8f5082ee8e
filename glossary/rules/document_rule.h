// Rule for documents: what it sees of running text and how it reports. Private to lint/document/
// and the rules.
//
// A document is read in stretches: pieces that read alone as they do inside the whole. A rule sees
// one stretch at a time, so that an edit costs one stretch. What can only be said of the whole
// document (is this acronym expanded anywhere?) is noted as mentions, from which `conclude` makes
// findings once all stretches are known.
#pragma once

#include "../lint/document/census.h"
#include "../lint/document/document.h"
#include "../match/query_impl.h"
#include "rule.h"

// Something that a rule wants to know of the whole document.
typedef struct {
  const Rule *rule;
  uint64_t key;   // what is mentioned, by the rule's own reckoning
  uint32_t kind;  // how, by the rule's own reckoning
  uint32_t entry; // id, or ENTRY_SELF for none
  Range range;    // from the start of the stretch; in `conclude`, of the document
  Slice text;     // what it says, if the rule wants it kept; in the arena of the stretch
} Mention;

typedef struct {
  const Question *question; // the glossaries that apply
  const ProseLanguage *language;
  const RuleSettings *settings;
  const Census *census; // of the project; NULL: only this document is known
  Slice text;           // of the stretch; in `conclude`, of the document
  const Prose *prose;   // of the stretch
  // All uses in the prose of the stretch, avoided forms too, as from index_scan with `avoided` and
  // `off_case`: those with Match.off_case are no uses but for rules about case.
  const Matches *matches;
  const Mention *mentions; // `conclude`: those of this rule, ascending by place
  size_t mention_count;
  Arena *arena; // for messages and fixes; lives as long as the findings
  Array(Finding) findings;
  Array(Mention) noted;
} DocumentContext;

typedef struct DocumentRule {
  void (*check)(DocumentContext *context);    // one stretch; ranges count from its start; or NULL
  void (*conclude)(DocumentContext *context); // the whole document; NULL: nothing to say
  bool matches;                               // looks at context->matches, else they may be empty
  bool counted;                               // its mentions are counted over all of a project
} DocumentRule;

// Adds a finding of `rule`, as report() does for entries.
Finding *report_use(DocumentContext *context, const Rule *rule, Range range, const char *format,
                    ...) __attribute__((format(printf, 4, 5)));

// One more way to mend it: puts `text` in the place of the finding's range. `title` and `text` live
// as long as the findings.
void fix_use(DocumentContext *context, Finding *finding, bool certain, Slice title, Slice text);

// One more edit of the last fix, which stands before those it has.
void edit_use(DocumentContext *context, Finding *finding, Range range, Slice text);

// Points at the heading of an entry.
void relate_use(DocumentContext *context, Finding *finding, const Entry *entry, Slice message);

void mention(DocumentContext *context, Mention mention);

// The next run of matches that have one range: the readings of one use. False: there is none.
typedef struct {
  const Match *items;
  size_t count;
} Readings;

bool next_use(const DocumentContext *context, Readings *use); // begin with an empty one

static inline Slice use_text(const DocumentContext *context, const Readings *use) {
  return slice_range(context->text, use->items[0].range);
}

// Whether people should write the term at all.
static inline bool is_fine_status(Status status) {
  return status != STATUS_DEPRECATED && status != STATUS_FORBIDDEN;
}

// The entry of a match, which is in the store.
static inline const Entry *match_entry(const DocumentContext *context, const Match *match) {
  return store_entry(context->question->store, match->entry);
}

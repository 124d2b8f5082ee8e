// Directives: comments in a text that suppress findings.
//
//   <!-- gloss-disable-next-line avoided-term(master) term-case -- the API calls it so -->
//   // gloss-disable unclosed-markup … // gloss-enable
//   # gloss-disable-file long-definition
//
// A rule may be followed by a term in parentheses: then only findings about that term are
// suppressed. No rule: all of them. What follows ` -- ` is the reason, for readers. They stand in
// comments of the text's own language; Prose.remarks (prose/prose.h) says where.
#pragma once

#include "../../prose/prose.h"
#include "../../text.h"
#include "../rules.h"

typedef enum {
  DIRECTIVE_NEXT_LINE, // the next line that is not empty, nor holds such comments only
  DIRECTIVE_DISABLE,   // from here to the `gloss-enable` of the same, or to the end
  DIRECTIVE_ENABLE,    // of no rule: of all; of a rule without term: of all its terms
  DIRECTIVE_FILE,      // the whole text
  DIRECTIVE_UNKNOWN,   // plainly meant for one of these, and misspelt: reported
} DirectiveKind;

typedef struct {
  Range range; // of rule and term as they are written, from the start of the comment
  Slice rule;  // as written
  Slice term;  // as written, without blanks at both ends; empty: any
} DirectiveRule;

typedef struct {
  DirectiveKind kind;
  Range range; // the whole comment with its marks
  Range name;  // of `gloss-disable`, from the start of the comment
  Slice word;  // the same as written
  DirectiveRule *rules;
  uint32_t rule_count; // 0: all rules
  Slice reason;        // may be empty
} Directive;

typedef Array(Directive) Directives;

// Appends the directives in `remarks` of `text`, ascending. A comment that begins with `gloss-` and
// has nothing in common with a directive is none. Slices are copies in `arena`.
void directives_read(Slice text, const Remark *remarks, size_t count, Directives *out,
                     Arena *arena);

// The word nearest to a misspelt `gloss-…`; empty: none is near.
Slice directive_nearest(Slice word);

// Appends `some`, moved by `shift`. The rules of both are the same ones.
void directives_append(Directives *self, const Directives *some, uint32_t shift);

// Leaves out the findings that are suppressed, and adds one of unused-suppression for each rule of
// a directive that suppressed nothing (or for the whole, when all of its rules are such), that
// there is none of, or that is misspelt; with the fix to mend or remove it: the comment with its
// line where it stands alone there. `findings` are those before settings were applied, `settings`
// say which rules were looked for at all: a directive for one that is off is not called unused.
// The findings stay sorted. `text` is the whole text of which ranges count.
//
// A finding is about a term when the term, folded and whatever its number, is the finding's subject
// or the text of its range. Where one finding is suppressed in several ways, all of them count as
// used; of two directives that say the same for the same place, the second one is unused. Takes
// time in proportion to n log n.
void directives_apply(const Directives *self, Text *text, const RuleSettings *settings,
                      Findings *findings, Arena *arena);

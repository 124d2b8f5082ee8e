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

#include "../prose/prose.h"
#include "../text.h"
#include "rules.h"

typedef enum {
  DIRECTIVE_NEXT_LINE, // the next line that is not empty
  DIRECTIVE_DISABLE,   // from here to the `gloss-enable` of the same, or to the end
  DIRECTIVE_ENABLE,
  DIRECTIVE_FILE,    // the whole text
  DIRECTIVE_UNKNOWN, // `gloss-` and something else: reported
} DirectiveKind;

typedef struct {
  Range range; // of rule and term as they are written
  Slice rule;  // as written
  Slice term;  // empty: any
} DirectiveRule;

typedef struct {
  DirectiveKind kind;
  Range range;   // the whole comment with its marks
  Range covered; // NEXT_LINE: that line; empty where there is none
  DirectiveRule *rules;
  uint32_t rule_count; // 0: all rules
  Slice reason;        // may be empty
} Directive;

typedef Array(Directive) Directives;

// Appends the directives in `remarks` of `text`, ascending. Slices are copies in `arena`.
void directives_read(Slice text, const Remark *remarks, size_t count, Directives *out,
                     Arena *arena);

// Appends `some`, moved by `shift`.
void directives_append(Directives *self, const Directives *some, uint32_t shift);

// Leaves out the findings that are suppressed, and adds one of unused-suppression for each rule of
// a directive that suppressed nothing, that there is none of, or that is misspelt; with the fix to
// remove it: the comment with its line where it stands alone there. `findings` are those before
// settings were applied, `settings` say which rules were looked for at all: a directive for one
// that is off is not called unused. The findings stay sorted. `text` is the whole text of which
// ranges count.
void directives_apply(const Directives *self, Text *text, const RuleSettings *settings,
                      Findings *findings, Arena *arena);

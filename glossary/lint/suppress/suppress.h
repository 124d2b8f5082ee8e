// Suppression: one rule of one directive, while directives are applied to findings. Private to
// lint/suppress/.
#pragma once

#include "directives.h"

enum {
  RULE_ANY = RULES_MAX,      // the directive names no rule
  RULE_NONE = RULES_MAX + 1, // there is no such rule
};

typedef struct Key Key;

typedef struct {
  const Directive *directive;
  const DirectiveRule *written; // NULL: the directive names no rule
  uint32_t rule;                // its number, RULE_ANY or RULE_NONE
  Key *key;                     // what it is about; NULL: nothing
  Range covered;                // of DIRECTIVE_NEXT_LINE: that line; empty where there is none
  bool used;                    // suppressed something; DIRECTIVE_ENABLE: ended something
} Suppression;

typedef Array(Finding) FindingArray;

// Tells each what it would cover as a DIRECTIVE_NEXT_LINE.
void next_lines_find(const Directives *directives, Text *text, Suppression *all, size_t count);

// Appends a finding for everything in directives that does nothing. `all` are the suppressions of
// the directives in their order, at least one for each.
void unused_find(const Directives *directives, const Suppression *all, Text *text,
                 const RuleSettings *settings, FindingArray *out, Arena *arena);

// Whether only blanks stand beside `comment` on its lines, before it and behind it.
bool is_alone_before(Text *text, Range comment);
bool is_alone_behind(Text *text, Range comment);

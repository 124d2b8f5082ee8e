// Rules: the table of all rules as the rest of the program sees it, and how severe each is in one
// place.
#pragma once

#include "finding.h"

enum { RULES_MAX = 64 }; // more than there are

// All rules, ascending by id.
const RuleInfo *const *lint_rules(size_t *count);

// NULL when there is none of that name. And the id nearest to a misspelt one; empty: none is near.
const RuleInfo *rule_named(Slice id);
Slice rule_nearest(Slice id);

// Its place in lint_rules.
size_t rule_number(const RuleInfo *rule);

// What the settings say of each rule, by its number.
typedef struct {
  struct {
    bool set;          // else the severity of the finding stands
    Severity severity; // SEVERITY_OFF: not reported
  } rules[RULES_MAX];
} RuleSettings;

// Nothing is set. A rule whose own severity is SEVERITY_OFF is off until it is set.
RuleSettings rule_settings_none(void);
void rule_settings_set(RuleSettings *self, const RuleInfo *rule, Severity severity);

// What `above` sets goes before what `self` sets.
void rule_settings_override(RuleSettings *self, const RuleSettings *above);

// Whether its findings are reported, so that it is worth looking for them.
bool rule_settings_enabled(const RuleSettings *self, const RuleInfo *rule);

// Gives findings their severity and leaves out those that are off. A finding that is milder than
// its rule stays as much milder as it was, within error to hint.
void rule_settings_apply(const RuleSettings *self, Findings *findings);

#include "rules.h"

#include "../base/nearest.h"
#include "../rules/rule.h"

const RuleInfo *const *lint_rules(size_t *count) {
  // RuleInfo is the first member of Rule, so the table of rules is a table of infos too.
  *count = RULE_COUNT;
  return (const RuleInfo *const *)RULES;
}

const RuleInfo *rule_named(Slice id) {
  for (size_t i = 0; i < RULE_COUNT; i++)
    if (slice_eq(slice_of(RULES[i]->info.id), id)) return &RULES[i]->info;
  return NULL;
}

Slice rule_nearest(Slice id) {
  Nearest nearest = nearest_to(id);
  for (size_t i = 0; i < RULE_COUNT; i++) nearest_offer(&nearest, slice_of(RULES[i]->info.id));
  return nearest.best;
}

size_t rule_number(const RuleInfo *rule) {
  size_t number = 0;
  while (&RULES[number]->info != rule) number++;
  return number;
}

RuleSettings rule_settings_none(void) {
  return (RuleSettings){0};
}

void rule_settings_set(RuleSettings *self, const RuleInfo *rule, Severity severity) {
  size_t number = rule_number(rule);
  self->rules[number].set = true;
  self->rules[number].severity = severity;
}

void rule_settings_override(RuleSettings *self, const RuleSettings *above) {
  for (size_t i = 0; i < RULE_COUNT; i++)
    if (above->rules[i].set) self->rules[i] = above->rules[i];
}

static Severity severity_of(const RuleSettings *self, const RuleInfo *rule) {
  size_t number = rule_number(rule);
  return self->rules[number].set ? self->rules[number].severity : rule->severity;
}

bool rule_settings_enabled(const RuleSettings *self, const RuleInfo *rule) {
  return severity_of(self, rule) != SEVERITY_OFF;
}

static Severity moved(const RuleSettings *self, const Finding *finding) {
  int own = (int)finding->rule->severity;
  if (own == SEVERITY_OFF) own = (int)finding->severity;
  int severity = (int)severity_of(self, finding->rule) + (int)finding->severity - own;
  if (severity < SEVERITY_ERROR) return SEVERITY_ERROR;
  return severity > SEVERITY_HINT ? SEVERITY_HINT : (Severity)severity;
}

void rule_settings_apply(const RuleSettings *self, Findings *findings) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < findings->count; i++) {
    Finding finding = findings->items[i];
    if (!rule_settings_enabled(self, finding.rule)) continue;
    finding.severity = moved(self, &finding);
    findings->items[kept++] = finding;
  }
  findings->count = kept;
}

// Applying directives: one sweep over findings and directives by their place. What a finding may be
// suppressed by is looked up under the few keys it goes by, so that the number of directives that
// are in force does not matter.
#include "../../rules/all.h"
#include "sweep.h"

enum { KEYS_MAX = 4 };

typedef struct {
  Key *items[KEYS_MAX];
  size_t count;
} Keys;

static void add_key(Keys *self, Key *key) {
  if (key) self->items[self->count++] = key;
}

static bool is_unused_rule(const RuleInfo *rule) {
  return rule == &rule_unused_suppression.info;
}

// Under which a finding is suppressed. That a comment is not needed is suppressed by name only: or
// else one that suppresses everything would hide that it is not needed.
static Keys keys_of(Sweep *self, Text *text, const Finding *finding) {
  Keys keys = {0};
  uint32_t rule = (uint32_t)rule_number(finding->rule);
  if (!is_unused_rule(finding->rule)) add_key(&keys, &self->rules[RULE_ANY]);
  add_key(&keys, &self->rules[rule]);
  if (!self->term_count) return keys;
  Key *subject = sweep_term_key(self, rule, slice_to(finding->subject, TERM_MAX));
  add_key(&keys, subject);
  if (range_len(finding->range) > TERM_MAX) return keys;
  Key *written = sweep_term_key(self, rule, text_slice(text, finding->range));
  if (written != subject) add_key(&keys, written);
  return keys;
}

static bool use(Suppression *suppression) {
  if (suppression) suppression->used = true;
  return suppression;
}

static bool suppress_by(const Key *key, uint32_t offset, uint32_t enabled) {
  bool on_line = key->line && offset <= key->line->covered.end; // it begins before
  bool by_file = use(key->file), by_line = use(on_line ? key->line : NULL);
  return use(key->disabled > enabled ? key->disable : NULL) || by_line || by_file;
}

static bool suppress(Sweep *self, Text *text, const Finding *finding) {
  Keys keys = keys_of(self, text, finding);
  uint32_t enabled = 0;
  bool suppressed = false;
  for (size_t i = 0; i < keys.count; i++) {
    uint32_t at = keys.items[i]->enabled;
    if (at > enabled) enabled = at;
  }
  for (size_t i = 0; i < keys.count; i++)
    suppressed |= suppress_by(keys.items[i], finding->range.start, enabled);
  return suppressed;
}

// Of findings that ascend, keeps those that nothing suppresses.
static void suppress_all(Sweep *self, Text *text, Finding *findings, uint32_t *count) {
  uint32_t kept = 0;
  sweep_begin(self);
  for (uint32_t i = 0; i < *count; i++) {
    sweep_go_to(self, findings[i].range.start);
    if (!suppress(self, text, &findings[i])) findings[kept++] = findings[i];
  }
  sweep_end(self);
  *count = kept;
}

static void add_unused(Sweep *self, const Directives *directives, Text *text,
                       const RuleSettings *settings, Findings *findings, Arena *arena) {
  FindingArray unused = {0};
  unused_find(directives, self->all, text, settings, &unused, arena);
  Findings some = {unused.items, (uint32_t)unused.len};
  findings_sort(&some);
  suppress_all(self, text, some.items, &some.count);
  Finding *both = arena_array(arena, Finding, findings->count + some.count);
  if (findings->count) memcpy(both, findings->items, findings->count * sizeof *both);
  if (some.count) memcpy(both + findings->count, some.items, some.count * sizeof *both);
  *findings = (Findings){both, findings->count + some.count};
  findings_sort(findings);
  array_free(&unused);
}

void directives_apply(const Directives *self, Text *text, const RuleSettings *settings,
                      Findings *findings, Arena *arena) {
  Sweep *sweep = sweep_new(self, text, arena);
  suppress_all(sweep, text, findings->items, &findings->count);
  if (rule_settings_enabled(settings, &rule_unused_suppression.info))
    add_unused(sweep, self, text, settings, findings, arena);
  sweep_free(sweep);
}

// Applying directives: one sweep over findings and directives by their place. What a finding may be
// suppressed by is looked up under the few keys it goes by, so that the number of directives that
// are in force does not matter.
#include "suppress.h"

#include "../../rules/all.h"
#include "../../words/name.h"

#include <stdlib.h>

// What suppressions and findings are about: a rule, or a rule and a term.
struct Key {
  uint32_t rule;
  Slice term; // folded; empty: any
  Suppression *file, *line, *disable;
  uint32_t disabled, enabled; // when the last one was met: by the sweep's clock, 0: never
};

typedef struct {
  Key rules[RULES_MAX + 1]; // without term; the last one is for RULE_ANY
  Key *terms;               // ascending by rule and term
  size_t term_count;
  uint32_t open[RULES_MAX + 1]; // how many DISABLEs of a rule are in force
  Suppression *all;             // in the order of the text
  size_t count;
  size_t next, next_line;  // the first that was not met yet; the first line likewise
  uint32_t clock, enabled; // now, and when the last ENABLE was met
  FoldBuffer folded;
} Sweep;

// --- keys ---

// No finding is about a term longer than this.
enum { TERM_MAX = 256 };

// A name folded, and its last word without a plural's ending.
static Slice fold(Sweep *self, Slice name) {
  name_fold(name, &self->folded);
  fold_stem(&self->folded);
  return slice_new(self->folded.items, self->folded.len);
}

static int compare_keys(const void *left, const void *right) {
  const Key *a = left, *b = right;
  int order = (a->rule > b->rule) - (a->rule < b->rule);
  return order ? order : slice_cmp(a->term, b->term);
}

static Key *term_key(const Sweep *self, uint32_t rule, Slice term) {
  if (!self->term_count || !term.len) return NULL;
  Key wanted = {.rule = rule, .term = term};
  return bsearch(&wanted, self->terms, self->term_count, sizeof *self->terms, compare_keys);
}

static uint32_t rule_of(const DirectiveRule *written) {
  const RuleInfo *rule = rule_named(written->rule);
  return rule ? (uint32_t)rule_number(rule) : RULE_NONE;
}

static Slice term_of(Sweep *self, const Suppression *suppression) {
  const DirectiveRule *written = suppression->written;
  bool any = !written || suppression->rule == RULE_NONE || written->term.len > TERM_MAX;
  return any ? (Slice){0} : fold(self, written->term);
}

static void sort_terms(Sweep *self) {
  size_t kept = 0;
  if (self->term_count) qsort(self->terms, self->term_count, sizeof *self->terms, compare_keys);
  for (size_t i = 0; i < self->term_count; i++)
    if (!kept || compare_keys(&self->terms[kept - 1], &self->terms[i]))
      self->terms[kept++] = self->terms[i];
  self->term_count = kept;
}

static void make_keys(Sweep *self, Arena *arena) {
  self->terms = arena_array(arena, Key, self->count);
  for (size_t i = 0; i < self->count; i++) {
    Slice term = term_of(self, &self->all[i]);
    if (term.len)
      self->terms[self->term_count++] =
          (Key){.rule = self->all[i].rule, .term = arena_copy(arena, term)};
  }
  sort_terms(self);
  for (size_t i = 0; i < self->count; i++) {
    Suppression *suppression = &self->all[i];
    if (suppression->rule == RULE_NONE) continue;
    Key *key = term_key(self, suppression->rule, term_of(self, suppression));
    suppression->key = key ? key : &self->rules[suppression->rule];
  }
}

static void forget_all(Sweep *self) {
  for (size_t i = 0; i <= RULES_MAX; i++) self->rules[i] = (Key){.rule = (uint32_t)i};
  for (size_t i = 0; i < self->term_count; i++)
    self->terms[i] = (Key){.rule = self->terms[i].rule, .term = self->terms[i].term};
  memset(self->open, 0, sizeof self->open);
  self->next = self->next_line = self->clock = self->enabled = 0;
}

// --- suppressions ---

static void add_suppressions(Sweep *self, const Directive *directive) {
  if (!directive->rule_count)
    self->all[self->count++] = (Suppression){.directive = directive, .rule = RULE_ANY};
  for (uint32_t i = 0; i < directive->rule_count; i++)
    self->all[self->count++] = (Suppression){.directive = directive,
                                             .written = &directive->rules[i],
                                             .rule = rule_of(&directive->rules[i])};
}

static Sweep *sweep_new(const Directives *directives, Text *text, Arena *arena) {
  Sweep *self = arena_alloc(arena, sizeof *self);
  size_t most = 0;
  for (size_t i = 0; i < directives->len; i++) most += directives->items[i].rule_count + 1;
  self->all = arena_array(arena, Suppression, most);
  for (size_t i = 0; i < directives->len; i++) add_suppressions(self, &directives->items[i]);
  next_lines_find(directives, text, self->all, self->count);
  make_keys(self, arena);
  return self;
}

// --- what is in force ---

static uint32_t latest(uint32_t a, uint32_t b) {
  return a > b ? a : b;
}

static bool is_disabled(const Sweep *self, const Key *key) {
  uint32_t enabled = latest(key->enabled, self->rules[RULE_ANY].enabled);
  return key->disabled > latest(enabled, self->rules[key->rule].enabled);
}

static void meet_disable(Sweep *self, Suppression *suppression) {
  Key *key = suppression->key;
  bool disabled = is_disabled(self, key);
  if (disabled && key->disabled > self->enabled) return; // says what is so already
  self->open[key->rule] += !disabled;
  key->disable = suppression;
  key->disabled = self->clock;
}

static bool end_all(Sweep *self) {
  bool any = false;
  for (size_t i = 0; i <= RULES_MAX; i++) {
    any |= self->open[i] > 0;
    self->open[i] = 0;
  }
  return any;
}

// All of them, all terms of a rule, or one.
static bool end_some(Sweep *self, const Key *key) {
  bool around = is_disabled(self, &self->rules[RULE_ANY]);
  if (key->rule == RULE_ANY) return end_all(self);
  if (!key->term.len) {
    around |= self->open[key->rule] > 0;
    self->open[key->rule] = 0;
    return around;
  }
  self->open[key->rule] -= is_disabled(self, key);
  return around || is_disabled(self, key) || is_disabled(self, &self->rules[key->rule]);
}

static void meet_enable(Sweep *self, Suppression *suppression) {
  suppression->used = end_some(self, suppression->key);
  suppression->key->enabled = self->enabled = self->clock;
}

static void meet(Sweep *self, Suppression *suppression) {
  if (!suppression->key) return;
  if (suppression->directive->kind == DIRECTIVE_DISABLE) meet_disable(self, suppression);
  if (suppression->directive->kind == DIRECTIVE_ENABLE) meet_enable(self, suppression);
}

// Everything whose comment ends at `offset` or before.
static void meet_until(Sweep *self, uint32_t offset) {
  for (; self->next < self->count; self->next++) {
    if (self->all[self->next].directive->range.end > offset) return;
    self->clock++;
    meet(self, &self->all[self->next]);
  }
}

// Lines ascend as their comments do. Of two comments for one line the first counts.
static void meet_lines(Sweep *self, uint32_t offset) {
  for (; self->next_line < self->count; self->next_line++) {
    Suppression *suppression = &self->all[self->next_line];
    if (suppression->directive->kind != DIRECTIVE_NEXT_LINE || !suppression->key) continue;
    if (!range_len(suppression->covered)) continue;
    if (suppression->covered.start > offset) return;
    Suppression **line = &suppression->key->line;
    if (!*line || (*line)->covered.start != suppression->covered.start) *line = suppression;
  }
}

static void meet_files(Sweep *self) {
  for (size_t i = 0; i < self->count; i++) {
    Suppression *suppression = &self->all[i];
    if (suppression->directive->kind == DIRECTIVE_FILE && suppression->key &&
        !suppression->key->file)
      suppression->key->file = suppression;
  }
}

// --- findings ---

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
  Key *subject = term_key(self, rule, fold(self, slice_to(finding->subject, TERM_MAX)));
  add_key(&keys, subject);
  if (range_len(finding->range) > TERM_MAX) return keys;
  Key *written = term_key(self, rule, fold(self, text_slice(text, finding->range)));
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
  for (size_t i = 0; i < keys.count; i++) enabled = latest(enabled, keys.items[i]->enabled);
  for (size_t i = 0; i < keys.count; i++)
    suppressed |= suppress_by(keys.items[i], finding->range.start, enabled);
  return suppressed;
}

// Of findings that ascend, keeps those that nothing suppresses.
static void suppress_all(Sweep *self, Text *text, Finding *findings, uint32_t *count) {
  uint32_t kept = 0;
  forget_all(self);
  meet_files(self);
  for (uint32_t i = 0; i < *count; i++) {
    meet_until(self, findings[i].range.start);
    meet_lines(self, findings[i].range.start);
    if (!suppress(self, text, &findings[i])) findings[kept++] = findings[i];
  }
  meet_until(self, UINT32_MAX);
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
  array_free(&sweep->folded);
}

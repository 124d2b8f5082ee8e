#include "sweep.h"

#include "../../words/name.h"

#include <stdlib.h>

// --- keys ---

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

static Key *key_of(const Sweep *self, uint32_t rule, Slice term) {
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
    Key *key = key_of(self, suppression->rule, term_of(self, suppression));
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

Sweep *sweep_new(const Directives *directives, Text *text, Arena *arena) {
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

// --- the sweep ---

void sweep_begin(Sweep *self) {
  forget_all(self);
  meet_files(self);
}

void sweep_go_to(Sweep *self, uint32_t offset) {
  meet_until(self, offset);
  meet_lines(self, offset);
}

void sweep_end(Sweep *self) {
  meet_until(self, UINT32_MAX);
}

Key *sweep_term_key(Sweep *self, uint32_t rule, Slice term) {
  return self->term_count ? key_of(self, rule, fold(self, term)) : NULL;
}

void sweep_free(Sweep *self) {
  array_free(&self->folded);
}

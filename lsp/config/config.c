#include "disk/files.h"
#include "impl.h"

Config *config_read(Slice path, Slice bytes) {
  Config *self = mem_zero(1, sizeof *self);
  self->arena = arena_new();
  self->path = arena_copy(self->arena, path);
  if (slice_starts_with(bytes, BYTE_ORDER_MARK)) bytes = slice_from(bytes, BYTE_ORDER_MARK.len);
  bool fits = bytes.len <= CONFIG_MAX;
  self->text = text_new(slice_to(bytes, fits ? bytes.len : 0));
  if (fits)
    config_read_text(self);
  else
    config_add_problem(self, (Range){0}, SLICE("Is larger than 1 MiB and was not read"));
  return self;
}

Config *config_unread(Slice path, Slice problem) {
  Config *self = config_read(path, SLICE("{}"));
  self->is_known = false;
  config_add_problem(self, (Range){0}, problem);
  return self;
}

static void override_free(Override *self) {
  array_free(&self->files);
  array_free(&self->rules);
}

void config_delete(Config *self) {
  if (!self) return;
  for (size_t i = 0; i < self->overrides.len; i++) override_free(&self->overrides.items[i]);
  array_free(&self->overrides);
  array_free(&self->problems);
  array_free(&self->glossaries);
  array_free(&self->ignore);
  array_free(&self->languages);
  array_free(&self->rules);
  text_delete(self->text);
  arena_delete(self->arena);
  mem_free(self);
}

void config_add_problem(Config *self, Range range, Slice message) {
  size_t count = self->problems.len, at = count;
  if (count > CONFIG_PROBLEMS_MAX) return;
  if (count == CONFIG_PROBLEMS_MAX) message = SLICE("There is more wrong; mend the rest first");
  while (at && self->problems.items[at - 1].range.start > range.start) at--;
  ConfigProblem problem = {range, person_from_offset(self->text, range.start),
                           arena_copy(self->arena, message)};
  array_splice(&self->problems, at, 0, &problem, 1);
}

Slice config_path(const Config *self) {
  return self->path;
}

Slice config_folder(const Config *self) {
  return path_folder(self->path);
}

Text *config_text(const Config *self) {
  return self->text;
}

const ConfigProblem *config_problems(const Config *self, size_t *count) {
  *count = self->problems.len;
  return self->problems.items;
}

bool config_is_known(const Config *self) {
  return !self || self->is_known;
}

bool config_same(const Config *a, const Config *b) {
  return slice_eq(a->path, b->path) && slice_eq(text_bytes(a->text), text_bytes(b->text));
}

const ConfigGlossary *config_glossaries(const Config *self, size_t *count) {
  *count = self ? self->glossaries.len : 0;
  return self ? self->glossaries.items : NULL;
}

// The path as patterns see it.
static Slice relative(const Config *self, Slice path) {
  Slice rest;
  if (path_below(path, config_folder(self), &rest)) return rest;
  return slice_from(path, slice_starts_with(path, SLICE("/")));
}

bool config_ignores(const Config *self, Slice path) {
  return self && patterns_ignore(&self->ignore, relative(self, path), false);
}

bool config_ignores_folder(const Config *self, Slice path) {
  return self && patterns_ignore(&self->ignore, relative(self, path), true);
}

Slice config_language(const Config *self, Slice path) {
  for (size_t i = self ? self->languages.len : 0; i-- > 0;)
    if (pattern_fits(&self->languages.items[i].pattern, relative(self, path)))
      return self->languages.items[i].language;
  return (Slice){0};
}

static void apply(const RuleLevels *levels, RuleSettings *settings) {
  for (size_t i = 0; i < levels->len; i++)
    rule_settings_set(settings, levels->items[i].rule, levels->items[i].severity);
}

RuleSettings config_rules(const Config *self, Slice path) {
  RuleSettings settings = rule_settings_none();
  if (!self) return settings;
  apply(&self->rules, &settings);
  for (size_t i = 0; i < self->overrides.len; i++) {
    const Override *override = &self->overrides.items[i];
    if (patterns_choose(&override->files, relative(self, path))) apply(&override->rules, &settings);
  }
  return settings;
}

StyleChoice config_style(const Config *self) {
  return self ? self->style : (StyleChoice){0};
}

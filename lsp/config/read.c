// Reading a gloss.json: one table of keys for each kind of object, and what is wrong told with its
// place.
#include "impl.h"
#include "place.h"
#include "syntax.h"

#include <glossary/base/nearest.h>
#include <glossary/prose/prose.h>

typedef struct {
  Config *config;
  Override *override; // the one at hand
} Reader;

// A key and what reads its value.
typedef struct {
  const char *name;
  void (*read)(Reader *self, const Place *value);
} Key;

static void wrong(Reader *self, Range range, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void wrong(Reader *self, Range range, const char *format, ...) {
  va_list args;
  va_start(args, format);
  config_add_problem(self->config, range, arena_format_args(self->config->arena, format, args));
  va_end(args);
}

// ---- shapes

// `should_be`: “an array of paths”.
static bool is_kind(Reader *self, const Place *value, PlaceKind kind, const char *should_be) {
  if (value->kind == kind) return true;
  Slice key = value->key;
  if (key.len)
    wrong(self, value->range, "\xE2\x80\x9C%.*s\xE2\x80\x9D must be %s", SLICE_FMT(key), should_be);
  else
    wrong(self, value->range, "This must be %s", should_be);
  return false;
}

static void tell_repeated(Reader *self, const Place *member) {
  if (member->repeated)
    wrong(self, member->key_range,
          "\xE2\x80\x9C%.*s\xE2\x80\x9D is given twice; the last one counts",
          SLICE_FMT(member->key));
}

static void tell_unknown(Reader *self, Range range, const char *what, Slice name, Slice nearest) {
  if (nearest.len)
    wrong(self, range,
          "There is no %s \xE2\x80\x9C%.*s\xE2\x80\x9D; did you mean \xE2\x80\x9C%.*s\xE2\x80\x9D?",
          what, SLICE_FMT(name), SLICE_FMT(nearest));
  else
    wrong(self, range, "There is no %s \xE2\x80\x9C%.*s\xE2\x80\x9D", what, SLICE_FMT(name));
}

static Slice nearest_key(const Key *keys, size_t count, Slice name) {
  Nearest nearest = nearest_to(name);
  for (size_t i = 0; i < count; i++) nearest_offer(&nearest, slice_of(keys[i].name));
  return nearest.best;
}

static void read_member(Reader *self, const Place *member, const Key *keys, size_t count) {
  tell_repeated(self, member);
  for (size_t i = 0; i < count; i++)
    if (slice_eq(member->key, slice_of(keys[i].name))) {
      keys[i].read(self, member);
      return;
    }
  tell_unknown(self, member->key_range, "key", member->key, nearest_key(keys, count, member->key));
}

static void read_members(Reader *self, const Place *object, const Key *keys, size_t count) {
  for (const Place *member = object->first; member; member = member->next)
    read_member(self, member, keys, count);
}

// ---- patterns

// False, and said, when it is none.
static bool read_pattern(Reader *self, Slice written, Range range, Pattern *pattern) {
  Slice problem = pattern_problem(written, self->config->arena);
  if (problem.len) wrong(self, range, "%.*s", SLICE_FMT(problem));
  *pattern = pattern_read(written);
  return !problem.len;
}

static void read_patterns(Reader *self, const Place *value, Patterns *patterns) {
  patterns->len = 0;
  if (!is_kind(self, value, PLACE_ARRAY, "an array of patterns, such as [\"drafts/**\"]")) return;
  for (const Place *item = value->first; item; item = item->next) {
    Pattern pattern;
    if (is_kind(self, item, PLACE_STRING, "a pattern in quotes, such as \"drafts/**\"") &&
        read_pattern(self, item->text, item->range, &pattern))
      *array_push(patterns) = pattern;
  }
}

static void read_ignore(Reader *self, const Place *value) {
  read_patterns(self, value, &self->config->ignore);
}

// ---- glossaries

static void read_glossary(Reader *self, const Place *item) {
  if (!is_kind(self, item, PLACE_STRING, "a path in quotes, such as \"terms/*.gloss.md\"")) return;
  Slice problem = path_problem(item->text, self->config->arena);
  if (problem.len)
    wrong(self, item->range, "%.*s", SLICE_FMT(problem));
  else
    *array_push(&self->config->glossaries) = (ConfigGlossary){item->text, item->range};
}

static void read_glossaries(Reader *self, const Place *value) {
  self->config->glossaries.len = 0;
  if (!is_kind(self, value, PLACE_ARRAY, "an array of paths, such as [\"terms/*.gloss.md\"]"))
    return;
  for (const Place *item = value->first; item; item = item->next) read_glossary(self, item);
}

// ---- rules

static bool read_severity(Reader *self, const Place *value, Severity *severity) {
  bool is_text = value->kind == PLACE_STRING;
  for (int i = SEVERITY_ERROR; is_text && i <= SEVERITY_OFF; i++)
    if (slice_eq(value->text, slice_of(severity_name((Severity)i))))
      return *severity = (Severity)i, true;
  wrong(
      self, value->range,
      "\xE2\x80\x9C%.*s\xE2\x80\x9D must be \"error\", \"warning\", \"info\", \"hint\" or \"off\"",
      SLICE_FMT(value->key));
  return false;
}

static void read_rule(Reader *self, const Place *member, RuleLevels *levels) {
  const RuleInfo *rule = rule_named(member->key);
  Severity severity;
  tell_repeated(self, member);
  if (!rule) tell_unknown(self, member->key_range, "rule", member->key, rule_nearest(member->key));
  if (read_severity(self, member, &severity) && rule)
    *array_push(levels) = (RuleLevel){rule, severity};
}

static void read_levels(Reader *self, const Place *value, RuleLevels *levels) {
  levels->len = 0;
  if (!is_kind(self, value, PLACE_OBJECT, "an object, such as {\"long-definition\": \"off\"}"))
    return;
  for (const Place *member = value->first; member; member = member->next)
    read_rule(self, member, levels);
}

static void read_rules(Reader *self, const Place *value) {
  read_levels(self, value, &self->config->rules);
}

// ---- languages

static bool read_language_id(Reader *self, const Place *member) {
  if (!is_kind(self, member, PLACE_STRING, "a language in quotes, such as \"markdown\""))
    return false;
  if (prose_language(member->text, (Slice){0})) return true;
  tell_unknown(self, member->range, "language", member->text, prose_language_nearest(member->text));
  return false;
}

static void read_language(Reader *self, const Place *member) {
  Pattern pattern;
  tell_repeated(self, member);
  bool fine = read_pattern(self, member->key, member->key_range, &pattern);
  if (read_language_id(self, member) && fine)
    *array_push(&self->config->languages) = (LanguageOf){pattern, member->text};
}

static void read_languages(Reader *self, const Place *value) {
  self->config->languages.len = 0;
  if (!is_kind(self, value, PLACE_OBJECT, "an object, such as {\"*.inc\": \"asciidoc\"}")) return;
  for (const Place *member = value->first; member; member = member->next)
    read_language(self, member);
}

// ---- overrides

static void read_override_files(Reader *self, const Place *value) {
  read_patterns(self, value, &self->override->files);
}

static void read_override_rules(Reader *self, const Place *value) {
  read_levels(self, value, &self->override->rules);
}

static void read_override(Reader *self, const Place *item) {
  static const Key keys[] = {{"files", read_override_files}, {"rules", read_override_rules}};
  enum { COUNT = sizeof keys / sizeof *keys };
  if (!is_kind(self, item, PLACE_OBJECT,
               "an object with \xE2\x80\x9C"
               "files\xE2\x80\x9D and \xE2\x80\x9Crules\xE2\x80\x9D"))
    return;
  bool has[COUNT] = {false};
  for (const Place *member = item->first; member; member = member->next)
    for (size_t i = 0; i < COUNT; i++) has[i] |= slice_eq(member->key, slice_of(keys[i].name));
  for (size_t i = 0; i < COUNT; i++)
    if (!has[i])
      wrong(self, (Range){item->range.start, item->range.start + 1},
            "\xE2\x80\x9C%s\xE2\x80\x9D is missing, so this says nothing", keys[i].name);
  self->override = array_push(&self->config->overrides);
  *self->override = (Override){0};
  read_members(self, item, keys, COUNT);
}

static void forget_overrides(Config *config) {
  for (size_t i = 0; i < config->overrides.len; i++) {
    array_free(&config->overrides.items[i].files);
    array_free(&config->overrides.items[i].rules);
  }
  config->overrides.len = 0;
}

static void read_overrides(Reader *self, const Place *value) {
  forget_overrides(self->config);
  if (!is_kind(self, value, PLACE_ARRAY,
               "an array of objects with \xE2\x80\x9C"
               "files\xE2\x80\x9D and \xE2\x80\x9Crules\xE2\x80\x9D"))
    return;
  for (const Place *item = value->first; item; item = item->next) read_override(self, item);
}

// ---- format

static void read_wrap(Reader *self, const Place *value) {
  StyleChoice *style = &self->config->style;
  Slice number = text_slice(self->config->text, value->range);
  Slice written = value->kind == PLACE_STRING ? value->text : number;
  bool is_quoted_number = value->kind == PLACE_STRING && written.len && byte_is_digit(*written.ptr);
  if (is_quoted_number || !style_read_wrap(style, written))
    wrong(self, value->range,
          "\xE2\x80\x9Cwrap\xE2\x80\x9D must be \"keep\", \"none\" or a number of columns from %d "
          "to %d",
          WRAP_LEAST, WRAP_MOST);
}

static void read_sort(Reader *self, const Place *value) {
  Slice written = text_slice(self->config->text, value->range);
  bool yes = slice_eq(written, SLICE("true")), no = slice_eq(written, SLICE("false"));
  if (!yes && !no) wrong(self, value->range, "\xE2\x80\x9Csort\xE2\x80\x9D must be true or false");
  self->config->style.sorts = yes || no;
  self->config->style.sort = yes;
}

static void read_format(Reader *self, const Place *value) {
  static const Key keys[] = {{"wrap", read_wrap}, {"sort", read_sort}};
  self->config->style = (StyleChoice){0};
  if (is_kind(self, value, PLACE_OBJECT, "an object, such as {\"wrap\": 80}"))
    read_members(self, value, keys, sizeof keys / sizeof *keys);
}

// ---- the whole

static void read_schema(Reader *self, const Place *value) {
  is_kind(self, value, PLACE_STRING, "the address of a schema in quotes");
}

static const Key keys_of_config[] = {
    {"$schema", read_schema}, {"glossaries", read_glossaries}, {"ignore", read_ignore},
    {"rules", read_rules},    {"languages", read_languages},   {"overrides", read_overrides},
    {"format", read_format},
};

void config_read_text(Config *self) {
  Slice text = text_bytes(self->text);
  Range range;
  Slice problem = json_syntax_problem(text, &range, self->arena);
  if (problem.len) {
    config_add_problem(self, range, problem);
    return;
  }
  self->is_known = true;
  Reader reader = {.config = self};
  const Place *place = place_read(text, self->arena);
  if (is_kind(&reader, place, PLACE_OBJECT,
              "an object: its first sign is \xE2\x80\x9C{\xE2\x80\x9D"))
    read_members(&reader, place, keys_of_config, sizeof keys_of_config / sizeof *keys_of_config);
}

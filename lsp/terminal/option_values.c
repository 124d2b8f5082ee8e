// What the values of options mean, and what is wrong with those that mean nothing.
#include "option_table.h"
#include "report/report.h"

#include <stdio.h>
#include <stdlib.h>

// --- values that are kept as they are ---

static void *field_of(const Option *self, Options *options) {
  return (char *)options + self->field;
}

bool take_flag(const Option *self, Options *options, char *value) {
  (void)value;
  return *(bool *)field_of(self, options) = true;
}

bool take_text(const Option *self, Options *options, char *value) {
  *(Slice *)field_of(self, options) = slice_of(value);
  return *value != '\0';
}

bool take_one_more(const Option *self, Options *options, char *value) {
  Paths *texts = field_of(self, options);
  *array_push(texts) = slice_of(value);
  return *value != '\0';
}

bool take_number(const Option *self, Options *options, char *value) {
  char *end;
  unsigned long number = byte_is_digit(*value) ? strtoul(value, &end, 10) : 0;
  if (number < 1 || number > UINT16_MAX || *end) return false;
  *(uint16_t *)field_of(self, options) = (uint16_t)number;
  return true;
}

bool take_nothing(const Option *self, Options *options, char *value) {
  (void)self, (void)options, (void)value;
  return true;
}

// --- one of some names ---

// Its place among the names; -1 when it is none of them.
static int place_among(const char *const *names, int count, const char *value) {
  for (int i = 0; i < count; i++)
    if (strcmp(value, names[i]) == 0) return i;
  return -1;
}

static bool take_format_up_to(Options *options, const char *value, Format last) {
  static const char *const names[] = {"text", "json", "markdown"};
  int place = place_among(names, (int)last + 1, value);
  if (place >= 0) options->format = (Format)place;
  return place >= 0;
}

bool take_format(const Option *self, Options *options, char *value) {
  (void)self;
  return take_format_up_to(options, value, FORMAT_JSON);
}

bool take_rules_format(const Option *self, Options *options, char *value) {
  (void)self;
  return take_format_up_to(options, value, FORMAT_MARKDOWN);
}

bool take_report_format(const Option *self, Options *options, char *value) {
  (void)self;
  options->report_format = slice_of(value);
  return report_format_named(options->report_format) != NULL;
}

bool take_color(const Option *self, Options *options, char *value) {
  static const char *const names[] = {"auto", "always", "never"};
  int place = place_among(names, COLOR_NEVER + 1, value);
  (void)self;
  if (place >= 0) options->color = (ColorChoice)place;
  return place >= 0;
}

bool take_split(const Option *self, Options *options, char *value) {
  static const char *const names[] = {"letter", "category", "none"};
  int place = place_among(names, SPLIT_NONE + 1, value);
  (void)self;
  if (place >= 0) options->split = (Split)place;
  return place >= 0;
}

bool take_to_form(const Option *self, Options *options, char *value) {
  (void)self;
  options->form = export_form_named(slice_of(value));
  return options->form != NULL;
}

// --- severities ---

// --- options of check ---

// `ID=SEVERITY`; false when there is no `=`.
static bool split_rule(Slice value, Slice *id, Slice *severity) {
  const char *equals = memchr(value.ptr, '=', value.len);
  if (!equals) return false;
  *id = slice_to(value, (size_t)(equals - value.ptr));
  *severity = slice_from(value, id->len + 1);
  return true;
}

bool take_rule(const Option *self, Options *options, char *value) {
  (void)self;
  Slice id, name;
  Severity severity;
  if (!split_rule(slice_of(value), &id, &name)) return false;
  const RuleInfo *rule = rule_named(id);
  if (!rule || !severity_from_name(name, &severity)) return false;
  rule_settings_set(&options->rules, rule, severity);
  return true;
}

bool take_fail_level(const Option *self, Options *options, char *value) {
  (void)self;
  Severity severity;
  bool never = strcmp(value, "never") == 0;
  if (!never && !severity_from_name(slice_of(value), &severity)) return false;
  options->fail_level = never ? FAIL_NEVER : (int)severity;
  return never || severity != SEVERITY_OFF;
}

// --- the layout ---

bool take_wrap(const Option *self, Options *options, char *value) {
  (void)self;
  return style_read_wrap(&options->style, slice_of(value));
}

bool take_sort(const Option *self, Options *options, char *value) {
  (void)self, (void)value;
  return options->style.sorts = options->style.sort = true;
}

// --- what is wrong with a value ---

static void why_no_rule(Slice value, char *why) {
  Slice id, severity, nearest;
  if (!split_rule(value, &id, &severity))
    snprintf(why, WHY_MAX, "--rule takes ID=SEVERITY, as in --rule dangling-reference=warning");
  else if (rule_named(id))
    snprintf(why, WHY_MAX, "\"%.60s\" is no severity: error, warning, info, hint or off",
             severity.ptr);
  else if ((nearest = rule_nearest(id)).len)
    snprintf(why, WHY_MAX, "there is no rule \"%.*s\"; did you mean %.*s?",
             SLICE_FMT(slice_to(id, 60)), SLICE_FMT(nearest));
  else
    snprintf(why, WHY_MAX, "there is no rule \"%.*s\"", SLICE_FMT(slice_to(id, 60)));
}

static void why_no_format(Slice value, char *why) {
  snprintf(why, WHY_MAX, "\"%.60s\" is no value for --format " REPORT_FORMATS, value.ptr);
}

static void why_no_wrap(Slice value, char *why) {
  snprintf(why, WHY_MAX,
           "\"%.60s\" is no value for --wrap: keep, none or a number of columns from %d to %d",
           value.ptr, WRAP_LEAST, WRAP_MOST);
}

static void why_no_form(Slice value, char *why) {
  snprintf(why, WHY_MAX, "there is no form \"%.60s\"; there is " EXPORT_FORMS, value.ptr);
}

bool option_explain(OptionBit bit, Slice value, char *why) {
  static const struct {
    OptionBit bit;
    void (*explain)(Slice value, char *why);
  } reasons[] = {{OPTION_RULE, why_no_rule},
                 {OPTION_REPORT_FORMAT, why_no_format},
                 {OPTION_WRAP, why_no_wrap},
                 {OPTION_EXPORT, why_no_form}};
  for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
    if (reasons[i].bit == bit) return reasons[i].explain(value, why), true;
  return false;
}

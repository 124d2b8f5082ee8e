#include "rule.h"

#include <stdarg.h>
#include <stdio.h>

const Rule *const RULES[] = {
    &rule_bad_encoding,     &rule_dangling_reference, &rule_duplicate_term,
    &rule_malformed_field,  &rule_malformed_headword, &rule_missing_definition,
    &rule_missing_headword, &rule_oversized_entry,    &rule_unclosed_markup,
    &rule_unknown_field,
};
const size_t RULE_COUNT = sizeof RULES / sizeof *RULES;

static Slice format_message(Arena *arena, const char *format, va_list args) {
  va_list again;
  va_copy(again, args);
  int len = vsnprintf(NULL, 0, format, again);
  va_end(again);
  char *text = arena_alloc(arena, (size_t)len + 1);
  vsnprintf(text, (size_t)len + 1, format, args);
  return slice_new(text, (size_t)len);
}

EntryFinding *report(RuleContext *context, const Rule *rule, Range range, const char *format, ...) {
  EntryFinding *finding = array_push(&context->findings);
  va_list args;
  va_start(args, format);
  Slice message = format_message(context->arena, format, args);
  va_end(args);
  *finding = (EntryFinding){
      .rule = &rule->info, .severity = rule->info.severity, .range = range, .message = message};
  return finding;
}

const RuleInfo *const *lint_rules(size_t *count) {
  // RuleInfo is the first member of Rule, so the table of rules is a table of infos too.
  *count = RULE_COUNT;
  return (const RuleInfo *const *)RULES;
}

const char *severity_name(Severity severity) {
  static const char *const NAMES[] = {"error", "warning", "info", "hint"};
  return NAMES[severity];
}

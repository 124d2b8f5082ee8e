#include "../line.h"
#include "all.h"

static void check(RuleContext *context) {
  for (uint32_t i = 0; i < context->field_count; i++) {
    Field field = context->fields[i];
    Slice key = slice_range(context->bytes, field.key);
    if (range_len(field.key) == 0)
      report(context, &rule_malformed_field, field.line,
             "A field is \xE2\x80\x9Ckey: value\xE2\x80\x9D; this line of the list has no key");
    else if (range_len(field.value) == 0)
      report(context, &rule_malformed_field, field.line,
             "The field \xE2\x80\x9C%.*s\xE2\x80\x9D has no value: write one or remove the line",
             SLICE_FMT(key));
  }
}

const Rule rule_malformed_field = {
    .info = {.id = "malformed-field",
             .severity = SEVERITY_ERROR,
             .summary = "A line of the field list without a key or without a value"},
    .check_entry = check,
    .check_preamble = check,
};

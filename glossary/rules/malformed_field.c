#include "../field.h"
#include "all.h"
#include "mending/items.h"

static void add_line_removal(RuleContext *context, EntryFinding *finding, const Field *field) {
  add_fix(context, finding, false, SLICE("Remove the line"), field_removal(context, field),
          (Slice){0});
}

// `- aliases pole`: the colon was forgotten.
static void add_colon(RuleContext *context, EntryFinding *finding, const Field *field) {
  Slice text = slice_range(context->bytes, field->value);
  size_t len = 0;
  while (len < text.len && !byte_is_blank(text.ptr[len])) len++;
  FieldKind kind = field_kind(slice_to(text, len));
  if (len == text.len || kind == FIELD_UNKNOWN || kind == FIELD_TRANSLATION) return;
  uint32_t at = field->value.start + (uint32_t)len;
  add_fix(context, finding, false, SLICE("Put a colon behind the key"), (Range){at, at},
          SLICE(":"));
}

static void report_without_key(RuleContext *context, const Field *field) {
  EntryFinding *finding =
      report(context, &rule_malformed_field, field->line,
             "A field is \xE2\x80\x9Ckey: value\xE2\x80\x9D; this line of the list has no key");
  add_colon(context, finding, field);
  add_line_removal(context, finding, field);
}

static void report_without_value(RuleContext *context, const Field *field) {
  Slice key = slice_range(context->bytes, field->key);
  EntryFinding *finding =
      report(context, &rule_malformed_field, field->line,
             "The field \xE2\x80\x9C%.*s\xE2\x80\x9D has no value: write one or remove the line",
             SLICE_FMT(key));
  add_line_removal(context, finding, field);
}

static void check(RuleContext *context) {
  for (uint32_t i = 0; i < context->field_count; i++) {
    const Field *field = &context->fields[i];
    if (range_len(field->key) == 0)
      report_without_key(context, field);
    else if (range_len(field->value) == 0)
      report_without_value(context, field);
  }
}

const Rule rule_malformed_field = {
    .info = {.id = "malformed-field",
             .severity = SEVERITY_ERROR,
             .summary = "A line of the field list without a key or without a value",
             .why = "Gloss reads the list under a heading as `- key: value`. A line without a "
                    "key or without a value says nothing to it, so what was meant is lost. Text "
                    "belongs below the list, after a blank line.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "- aliases: pole\n"
                    "- see:\n"
                    "\n"
                    "A mast is a pole that carries sails.\n",
             .good = "## Mast\n"
                     "- aliases: pole\n"
                     "\n"
                     "A mast is a pole that carries sails.\n"},
    .check_entry = check,
    .check_preamble = check,
};

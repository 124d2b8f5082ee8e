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

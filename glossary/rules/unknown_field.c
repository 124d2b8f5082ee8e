#include "../field.h"
#include "all.h"

static void check(RuleContext *context) {
  for (uint32_t i = 0; i < context->field_count; i++) {
    Field field = context->fields[i];
    if (field.kind != FIELD_UNKNOWN || range_len(field.key) == 0) continue;
    Slice key = slice_range(context->bytes, field.key);
    Slice nearest = field_nearest(key);
    if (nearest.len)
      report(
          context, &rule_unknown_field, field.key,
          "Unknown field \xE2\x80\x9C%.*s\xE2\x80\x9D; did you mean \xE2\x80\x9C%.*s\xE2\x80\x9D?",
          SLICE_FMT(key), SLICE_FMT(nearest));
    else
      report(context, &rule_unknown_field, field.key, "Unknown field \xE2\x80\x9C%.*s\xE2\x80\x9D",
             SLICE_FMT(key));
  }
}

const Rule rule_unknown_field = {
    .info = {.id = "unknown-field",
             .severity = SEVERITY_WARNING,
             .summary = "A field whose key Gloss does not know",
             .why = "A key that Gloss does not know has no effect: the aliases behind a misspelt "
                    "key are never found. The README lists all keys.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "- aliases: pole\n"
                    "- staus: draft\n"
                    "\n"
                    "A mast is a spar that carries sails.\n",
             .good = "## Mast\n"
                     "- aliases: pole\n"
                     "- status: draft\n"
                     "\n"
                     "A mast is a spar that carries sails.\n"},
    .check_entry = check,
    .check_preamble = check,
};

#include "all.h"

static void check_entry(RuleContext *context) {
  const Entry *entry = context->entry;
  if (!entry->name.len || range_len(entry->body)) return;
  report(context, &rule_missing_definition, entry->heading,
         "\xE2\x80\x9C%.*s\xE2\x80\x9D has no definition: write a first paragraph that says what "
         "it is",
         SLICE_FMT(entry->name));
}

const Rule rule_missing_definition = {
    .info = {.id = "missing-definition",
             .severity = SEVERITY_ERROR,
             .summary = "A headword with nothing after it",
             .why = "Whoever points at the term gets an empty answer, which is worse than none. "
                    "Write one sentence that says what it is, or remove the entry until somebody "
                    "can.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "- aliases: pole\n"
                    "\n"
                    "## Boom\n"
                    "\n"
                    "A boom is a spar along the foot of a sail.\n",
             .good = "## Mast\n"
                     "- aliases: pole\n"
                     "\n"
                     "A mast is a spar that carries sails.\n"
                     "\n"
                     "## Boom\n"
                     "\n"
                     "A boom is a spar along the foot of a sail.\n"},
    .check_entry = check_entry,
};

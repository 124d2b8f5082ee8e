// Told where most entries of the file have a category. A file in which many have none does without.
#include "all.h"

static void check_entry(RuleContext *context) {
  const Entry *entry = context->entry;
  if (!entry->name.len || entry->category.len || entry->dialect != DIALECT_MARKDOWN) return;
  report(context, &rule_missing_category, entry->heading,
         "\xE2\x80\x9C%.*s\xE2\x80\x9D has no category, as the other entries have",
         SLICE_FMT(entry->name));
}

const Rule rule_missing_category = {
    .info = {.id = "missing-category",
             .severity = SEVERITY_INFO,
             .summary = "An entry without category among entries that have one",
             .why = "Categories tell homonyms apart and group what is listed. Where nearly all "
                    "entries of a file have one, the entry that has none was probably forgotten.",
             .file = "GLOSSARY.md",
             .bad = "## Boom\n"
                    "- category: spars\n"
                    "\n"
                    "A boom is a spar along the foot of a sail.\n"
                    "\n"
                    "## Gaff\n"
                    "- category: spars\n"
                    "\n"
                    "A gaff is a spar along the head of a sail.\n"
                    "\n"
                    "## Mast\n"
                    "\n"
                    "A mast is a pole that carries sails.\n"
                    "\n"
                    "## Sprit\n"
                    "- category: spars\n"
                    "\n"
                    "A sprit is a spar across a sail.\n"
                    "\n"
                    "## Yard\n"
                    "- category: spars\n"
                    "\n"
                    "A yard is a spar across a mast.\n",
             .good = "## Boom\n"
                     "- category: spars\n"
                     "\n"
                     "A boom is a spar along the foot of a sail.\n"
                     "\n"
                     "## Mast\n"
                     "- category: spars\n"
                     "\n"
                     "A mast is a pole that carries sails.\n"},
    .check_entry = check_entry,
    .most_percent = 20,
};

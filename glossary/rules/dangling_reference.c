#include "all.h"

static bool has_answer(const RuleContext *context, const Reference *reference) {
  Slice written = slice_range(context->bytes, reference->range);
  return names_answered(context->names, reference->name) ||
         names_answered_in_number(context->names, reference->stem, written);
}

static void check_relations(RuleContext *context) {
  for (size_t i = 0; i < context->references.len; i++) {
    Reference reference = context->references.items[i];
    if (has_answer(context, &reference)) continue;
    Slice written = slice_range(context->bytes, reference.range);
    EntryFinding *finding =
        report(context, &rule_dangling_reference, reference.range,
               "No entry answers to \xE2\x80\x9C%.*s\xE2\x80\x9D", SLICE_FMT(written));
    finding->suggestion = (Suggestion){.wanted = true, .name = reference.name};
  }
}

const Rule rule_dangling_reference = {
    .info = {.id = "dangling-reference",
             .severity = SEVERITY_ERROR,
             .summary = "A reference that no entry answers to",
             .why = "A reader who follows the reference finds nothing: the entry was renamed or "
                    "removed, or it was never written. Plurals and singulars count, as do "
                    "aliases; forms to avoid do not.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "\n"
                    "- see: [[bom]]\n"
                    "\n"
                    "A mast is a pole that carries sails.\n"
                    "\n"
                    "## Boom\n"
                    "\n"
                    "A boom is a spar along the foot of a sail.\n",
             .good = "## Mast\n"
                     "\n"
                     "- see: [[booms]]\n"
                     "\n"
                     "A mast is a pole that carries sails.\n"
                     "\n"
                     "## Boom\n"
                     "\n"
                     "A boom is a spar along the foot of a sail.\n"},
    .check_relations = check_relations,
};

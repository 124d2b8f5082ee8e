#include "../field.h"
#include "all.h"
#include "mending/items.h"

// The field of the same kind before field `index`; NULL: there is none.
static const Field *find_before(const RuleContext *context, uint32_t index) {
  const Field *before = NULL;
  for (uint32_t i = 0; i < index; i++)
    if (context->fields[i].kind == context->fields[index].kind) before = &context->fields[i];
  return before;
}

static Slice value_of(const RuleContext *context, const Field *field) {
  return unwrap_marks(slice_range(context->bytes, field->value));
}

static void report_repeated(RuleContext *context, const Field *field, const Field *before) {
  Slice key = slice_range(context->bytes, field->key);
  bool same = slice_eq(value_of(context, field), value_of(context, before));
  EntryFinding *finding =
      report(context, &rule_repeated_field, field->key,
             "\xE2\x80\x9C%.*s\xE2\x80\x9D is given twice, and only the last one counts: %s",
             SLICE_FMT(key), same ? "remove one" : "keep the one that is right");
  if (!same) return;
  finding->tags = TAG_UNNECESSARY;
  add_fix(context, finding, true, SLICE("Remove the line"), field_removal(context, field),
          (Slice){0});
}

// There are four such keys. A list in which one stands a great many times is read to the hundredth
// finding: who has so many is told of the first ones.
static void check(RuleContext *context) {
  enum { TOLD_MAX = 100 };
  for (uint32_t i = 1, told = 0; i < context->field_count && told < TOLD_MAX; i++) {
    if (!field_is_single(context->fields[i].kind)) continue;
    const Field *before = find_before(context, i);
    if (!before) continue;
    report_repeated(context, &context->fields[i], before);
    told++;
  }
}

const Rule rule_repeated_field = {
    .info = {.id = "repeated-field",
             .severity = SEVERITY_WARNING,
             .summary = "A field that can have one value is given twice",
             .why = "An entry has one category, one status and one way of being matched, a file "
                    "one language. Of two lines only the last one counts, and a reader does not "
                    "know that.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "- category: rigging\n"
                    "- aliases: pole\n"
                    "- category: rigging\n"
                    "\n"
                    "A mast is a spar that carries sails.\n",
             .good = "## Mast\n"
                     "- category: rigging\n"
                     "- aliases: pole\n"
                     "- aliases: stick\n"
                     "\n"
                     "A mast is a spar that carries sails.\n",
             .fixable = true},
    .check_entry = check,
    .check_preamble = check,
};

// A reference that leads back to where it stands. It counts only when the entry alone answers to
// it: `[[Kernel]]` in Kernel (GPU) may mean Kernel (OS).
#include "all.h"
#include "mending/items.h"

static bool only_this_answers(const RuleContext *context, NameId name) {
  size_t count;
  const uint32_t *ids = names_answered_by(context->names, name, &count);
  if (!count) return false;
  for (size_t i = 0; i < count; i++)
    if (ids[i] != context->entry->id) return false;
  return true;
}

static bool refers_to_itself(const RuleContext *context, const Reference *reference) {
  if (names_answered(context->names, reference->name))
    return only_this_answers(context, reference->name);
  return only_this_answers(context, reference->stem) &&
         names_answered_in_number(context->names, reference->stem,
                                  slice_range(context->bytes, reference->range));
}

// `[[target]]` or `[[target|shown]]` around the target; empty when the bytes read otherwise.
static Range brackets_around(Slice bytes, Range target, Range *shown) {
  uint32_t start = target.start, end = target.end;
  while (start && byte_is_blank(bytes.ptr[start - 1])) start--;
  while (end < bytes.len && bytes.ptr[end] != ']' && bytes.ptr[end] != '|') end++;
  *shown = target;
  if (end < bytes.len && bytes.ptr[end] == '|') {
    uint32_t from = ++end;
    while (end < bytes.len && bytes.ptr[end] != ']') end++;
    *shown = (Range){from, end};
  }
  bool whole = start >= 2 && bytes.ptr[start - 1] == '[' && bytes.ptr[start - 2] == '[' &&
               end + 1 < bytes.len && bytes.ptr[end + 1] == ']';
  return whole ? (Range){start - 2, end + 2} : (Range){0, 0};
}

static void add_unwrapping(RuleContext *context, EntryFinding *finding, Range target) {
  Range shown, whole = brackets_around(context->bytes, target, &shown);
  if (!range_len(whole)) return;
  Slice text = slice_trim(slice_range(context->bytes, shown));
  add_fix(context, finding, true, SLICE("Remove the brackets"), whole, text);
}

static void check_relations(RuleContext *context) {
  for (size_t i = 0; i < context->references.len; i++) {
    const Reference *reference = &context->references.items[i];
    if (!refers_to_itself(context, reference)) continue;
    EntryFinding *finding = report(
        context, &rule_self_reference, reference->range,
        "\xE2\x80\x9C%.*s\xE2\x80\x9D refers to the entry it stands in: remove the reference",
        SLICE_FMT(slice_range(context->bytes, reference->range)));
    if (reference->kind == REFERENCE_TEXT)
      add_unwrapping(context, finding, reference->range);
    else
      add_removal(context, finding, true, reference->range);
  }
}

const Rule rule_self_reference = {
    .info = {.id = "self-reference",
             .severity = SEVERITY_WARNING,
             .summary = "An entry that refers to itself",
             .why = "A reader who follows the reference comes back to where they were. Often "
                    "another term was meant; else the word needs no reference.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "\n"
                    "A mast is a pole that carries sails. A [[mast]] stands on the keel.\n",
             .good = "## Mast\n"
                     "\n"
                     "A mast is a pole that carries sails. A mast stands on the keel.\n",
             .fixable = true},
    .check_relations = check_relations,
};

// Runs all rules on one entry or preamble, and finds what they refer to.
#include "../field.h"
#include "rule.h"

#include <stdlib.h>

enum { SAME_RULE_MAX = 100 }; // findings of one rule in one entry; then one more tells the number

static void add_reference(RuleContext *context, ReferenceKind kind, Slice target) {
  if (!target.len) return;
  Reference reference = {kind, range_of(context->bytes, target), names_id(context->names, target),
                         names_stem_id(context->names, target)};
  *array_push(&context->references) = reference;
}

static bool is_reference_field(Field field) {
  return field.kind == FIELD_SEE || field.kind == FIELD_BROADER;
}

static ReferenceKind kind_of(Field field) {
  return field.kind == FIELD_SEE ? REFERENCE_SEE : REFERENCE_BROADER;
}

static void collect_field_references(RuleContext *context) {
  for (uint32_t i = 0; i < context->field_count; i++) {
    Field field = context->fields[i];
    if (!is_reference_field(field)) continue;
    FieldItems items = field_items(slice_range(context->bytes, field.value));
    for (Slice item; field_items_next(&items, &item);) add_reference(context, kind_of(field), item);
  }
}

// `[[ -f x ]]`, `[[ $a == b ]]`: a shell asks this, and a reference is nothing like it.
static bool is_shell_test(Slice reference) {
  Slice inside = slice_from(reference, 2);
  return inside.len > 1 && byte_is_blank(inside.ptr[0]) && byte_is_one_of(inside.ptr[1], "-$!\"'");
}

// References of the text; those of the fields that hold nothing else are there already. Nodes and
// fields both stand in the order of the text.
void rules_collect_references(RuleContext *context) {
  collect_field_references(context);
  uint32_t next = 0;
  for (size_t i = 0; i < context->syntax.count; i++) {
    SyntaxNode node = context->syntax.nodes[i];
    while (next < context->field_count && context->fields[next].line.end <= node.range.start)
      next++;
    bool in_field =
        next < context->field_count && range_holds(context->fields[next].line, node.range.start);
    bool known = in_field && is_reference_field(context->fields[next]);
    if (node.kind == SYNTAX_REFERENCE && !known &&
        !is_shell_test(slice_range(context->bytes, node.range)))
      add_reference(context, REFERENCE_TEXT, slice_trim(slice_range(context->bytes, node.content)));
  }
}

// Keeps the first findings of each rule; the last kept one tells how many there are.
static void cap_findings(RuleContext *context, size_t from) {
  size_t found = context->findings.len - from;
  if (found <= SAME_RULE_MAX) return;
  EntryFinding *last = &context->findings.items[from + SAME_RULE_MAX];
  last->message = arena_format(context->arena, "%.*s (and %zu more of this kind in this entry)",
                               SLICE_FMT(last->message), found - SAME_RULE_MAX - 1);
  context->findings.len = from + SAME_RULE_MAX + 1;
}

static int compare_kept(const void *a, const void *b) {
  const EntryFinding *x = a, *y = b;
  if (x->range.start != y->range.start) return x->range.start < y->range.start ? -1 : 1;
  if (x->range.end != y->range.end) return x->range.end < y->range.end ? -1 : 1;
  return strcmp(x->rule->id, y->rule->id);
}

typedef void Check(RuleContext *context);

static void run(RuleContext *context, Check *check) {
  size_t from = context->findings.len;
  if (!check) return;
  check(context);
  cap_findings(context, from);
}

static void sort(RuleContext *context) {
  if (context->findings.len)
    qsort(context->findings.items, context->findings.len, sizeof(EntryFinding), compare_kept);
}

void rules_check_entry(RuleContext *context) {
  for (size_t i = 0; i < RULE_COUNT; i++) run(context, RULES[i]->check_entry);
  sort(context);
}

void rules_check_relations(RuleContext *context) {
  for (size_t i = 0; i < RULE_COUNT; i++) run(context, RULES[i]->check_relations);
  sort(context);
}

void rules_check_preamble(RuleContext *context) {
  for (size_t i = 0; i < RULE_COUNT; i++) run(context, RULES[i]->check_preamble);
  sort(context);
}

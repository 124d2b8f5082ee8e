// How rules for entries say what they found.
#include "rule.h"

EntryFinding *report(RuleContext *context, const Rule *rule, Range range, const char *format, ...) {
  EntryFinding *finding = array_push(&context->findings);
  va_list args;
  va_start(args, format);
  Slice message = arena_format_args(context->arena, format, args);
  va_end(args);
  *finding = (EntryFinding){
      .rule = &rule->info, .severity = rule->info.severity, .range = range, .message = message};
  return finding;
}

EntryFix *new_fix(EntryFinding *finding, bool certain, Slice title) {
  if (finding->fix_count < FIXES_MAX) finding->fix_count++;
  EntryFix *fix = &finding->fixes[finding->fix_count - 1];
  *fix = (EntryFix){.title = title, .certain = certain};
  return fix;
}

EntryFix *add_fix(RuleContext *context, EntryFinding *finding, bool certain, Slice title,
                  Range range, Slice text) {
  EntryFix *fix = new_fix(finding, certain, title);
  add_edit(context, fix, ENTRY_SELF, range, text);
  return fix;
}

void add_edit(RuleContext *context, EntryFix *fix, uint32_t entry, Range range, Slice text) {
  EntryEdit *edits = arena_array(context->arena, EntryEdit, fix->edit_count + 1);
  if (fix->edit_count) memcpy(edits, fix->edits, fix->edit_count * sizeof *edits);
  edits[fix->edit_count++] = (EntryEdit){entry, range, arena_copy(context->arena, text)};
  fix->edits = edits;
}

void add_related(RuleContext *context, EntryFinding *finding, uint32_t entry, Slice message) {
  RelatedEntry *related = arena_array(context->arena, RelatedEntry, finding->related_count + 1);
  if (finding->related_count)
    memcpy(related, finding->related, finding->related_count * sizeof *related);
  related[finding->related_count++] = (RelatedEntry){entry, message};
  finding->related = related;
}

void rule_ask(RuleContext *context, NameId name) {
  *array_push(&context->asked) = name;
}

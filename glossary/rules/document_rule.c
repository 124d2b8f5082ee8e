// How rules for documents say what they found.
#include "document_rule.h"

Finding *report_use(DocumentContext *context, const Rule *rule, Range range, const char *format,
                    ...) {
  Finding *finding = array_push(&context->findings);
  va_list args;
  va_start(args, format);
  Slice message = arena_format_args(context->arena, format, args);
  va_end(args);
  Severity severity = rule->info.severity == SEVERITY_OFF ? SEVERITY_INFO : rule->info.severity;
  *finding =
      (Finding){.rule = &rule->info, .severity = severity, .range = range, .message = message};
  return finding;
}

void fix_use(DocumentContext *context, Finding *finding, bool certain, Slice title, Slice text) {
  Fix *fixes = arena_array(context->arena, Fix, finding->fix_count + 1);
  if (finding->fix_count) memcpy(fixes, finding->fixes, finding->fix_count * sizeof *fixes);
  Edit *edit = arena_array(context->arena, Edit, 1);
  *edit = (Edit){finding->range, text};
  fixes[finding->fix_count++] = (Fix){title, edit, 1, certain};
  finding->fixes = fixes;
}

void edit_use(DocumentContext *context, Finding *finding, Range range, Slice text) {
  Fix *fix = &finding->fixes[finding->fix_count - 1];
  Edit *edits = arena_array(context->arena, Edit, fix->edit_count + 1);
  memcpy(edits + 1, fix->edits, fix->edit_count * sizeof *edits);
  edits[0] = (Edit){range, text};
  fix->edits = edits;
  fix->edit_count++;
}

void relate_use(DocumentContext *context, Finding *finding, const Entry *entry, Slice message) {
  uint32_t count = finding->related_count;
  Related *related = arena_array(context->arena, Related, count + 1);
  if (count) memcpy(related, finding->related, count * sizeof *related);
  Range heading = range_shift(entry->heading, entry_range(entry).start);
  related[count] = (Related){entry->file, heading, message};
  finding->related = related;
  finding->related_count++;
}

void mention(DocumentContext *context, Mention mention) {
  *array_push(&context->noted) = mention;
}

bool next_use(const DocumentContext *context, Readings *use) {
  const Matches *all = context->matches;
  if (!all->len) return false;
  const Match *end = all->items + all->len;
  const Match *first = use->items ? use->items + use->count : all->items;
  *use = (Readings){first, 0};
  while (first + use->count < end && first[use->count].range.start == first->range.start &&
         first[use->count].range.end == first->range.end)
    use->count++;
  return use->count > 0;
}

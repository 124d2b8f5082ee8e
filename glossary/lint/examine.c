#include "examine.h"

#include "../prose/seek.h"

// Bytes from the start of entry `index` to the start of the next.
static Range region_of(const GlossaryFile *file, uint32_t index) {
  uint32_t start = outline_range(&file->outline, index).start;
  bool last = index + 1 == file->entries.len;
  return (Range){start,
                 last ? text_len(file->text) : outline_range(&file->outline, index + 1).start};
}

static RuleContext context_of(const Examiner *self, const GlossaryFile *file, Arena *arena,
                              Arena *scratch) {
  return (RuleContext){.store = self->store,
                       .names = self->names,
                       .facts = self->facts,
                       .file = file,
                       .arena = arena,
                       .scratch = scratch};
}

static RuleContext context_of_entry(const Examiner *self, GlossaryFile *file, uint32_t index,
                                    Arena *scratch) {
  RuleContext context = context_of(self, file, arena_new_small(), scratch);
  context.entry = file->entries.items[index];
  context.fields = context.entry->fields;
  context.field_count = context.entry->field_count;
  context.region = text_slice(file->text, region_of(file, index));
  context.bytes = slice_to(context.region, range_len(entry_range(context.entry)));
  return context;
}

// Comments to Gloss are rare, and the search for the word they hold is as fast as memory.
static Directives directives_of(const RuleContext *context) {
  Directives result = {0};
  uint32_t end = (uint32_t)context->region.len;
  if (seek(context->region, 0, end, SLICE("gloss-")) == end) return result;
  Prose prose = prose_read(prose_language(SLICE("gloss"), (Slice){0}), context->region);
  directives_read(context->region, prose.remarks.items, prose.remarks.len, &result, context->arena);
  prose_free(&prose);
  return result;
}

const Kept *examine_own(const Examiner *self, GlossaryFile *file, uint32_t index,
                        References *references, Arena *scratch) {
  RuleContext context = context_of_entry(self, file, index, scratch);
  context.syntax = syntax_read(self->parser, context.bytes, scratch);
  rules_collect_references(&context);
  rules_check_entry(&context);
  *references = context.references;
  array_free(&context.asked);
  return kept_from(&context, directives_of(&context));
}

const Kept *examine_relations(const Examiner *self, GlossaryFile *file, uint32_t index,
                              const References *references, NameIds *asked, Arena *scratch) {
  RuleContext context = context_of_entry(self, file, index, scratch);
  context.references = *references;
  rules_check_relations(&context);
  *asked = context.asked;
  return kept_from(&context, (Directives){0});
}

void examine_preamble(const Examiner *self, GlossaryFile *file, FindingList *list) {
  RuleContext context = context_of(self, file, list->arena, list->arena);
  context.fields = file->facts.fields;
  context.field_count = file->facts.field_count;
  context.bytes = context.region =
      text_slice(file->text, outline_preamble(&file->outline, file->text));
  rules_check_preamble(&context);
  findings_add(list, context.findings.items, context.findings.len, 0, NULL);
  Directives directives = directives_of(&context);
  directives_append(&list->directives, &directives, 0);
  array_free(&directives);
  array_free(&context.findings);
  array_free(&context.asked);
}

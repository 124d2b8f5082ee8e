// The action that gives a flattened body its structure back. The new body is made only when
// somebody asks at that entry: kept with the finding, it would double the memory of the glossary.
#include "feature/action.h"

#include <glossary/format/format.h>
#include <glossary/line.h>
#include <glossary/reflow/reflow.h>
#include <glossary/store.h>

static bool is_flattened(const Finding *finding) {
  return !strcmp(finding->rule->id, "collapsed-body");
}

// The body of a page is one line, and must stay one until the page is imported.
static const Entry *entry_at(const GlossaryFile *file, uint32_t offset) {
  for (size_t i = 0; i < file->entries.len; i++)
    if (range_holds(entry_range(file->entries.items[i]), offset))
      return file->entries.items[i]->dialect == DIALECT_MARKDOWN ? file->entries.items[i] : NULL;
  return NULL;
}

static Slice title_of(const Actions *self, const Reflowed *reflowed) {
  if (!reflowed->doubt_count) return SLICE("Give the body its structure back");
  return arena_format(self->arena,
                      "Give the body its structure back (%u place%s to look at: where a heading or "
                      "the lines of code end cannot be known)",
                      reflowed->doubt_count, reflowed->doubt_count == 1 ? "" : "s");
}

// The text of the only entry of a glossary; empty when it has more, or none.
static Slice only_body(Slice bytes, Arena *arena) {
  GlossaryFile *file = glossary_file_new((Slice){0}, (Slice){0}, bytes);
  Slice body = file->entries.len == 1 ? entry_body(file->entries.items[0]) : (Slice){0};
  body = arena_copy(arena, body);
  glossary_file_delete(file);
  return body;
}

// The body as `gloss fmt` would have it: below a heading of its own, so that what else the entry
// says stays as it is.
static Slice laid_out(const Actions *self, const GlossaryFile *glossary, Slice body) {
  FormatStyle style = workspace_style(self->snapshot->checker->workspace, glossary->path);
  Slice end = line_end_of(text_bytes(glossary->text));
  Slice entry = arena_format(self->arena, "## Term%.*s%.*s%.*s%.*s", SLICE_FMT(end), SLICE_FMT(end),
                             SLICE_FMT(body), SLICE_FMT(end));
  GlossaryFile *file = glossary_file_new((Slice){0}, (Slice){0}, entry);
  Formatting formatting = format_file(file, &style, (Range){0, (uint32_t)entry.len}, self->arena);
  entry = edits_apply(formatting.edits.items, formatting.edits.count, entry, self->arena);
  glossary_file_delete(file);
  Slice result = only_body(entry, self->arena);
  return result.len ? result : body;
}

static void add_reflow(Actions *self, const Finding *finding, const Entry *entry) {
  Reflowed reflowed = reflow(entry_body(entry), entry->dialect, self->arena);
  if (!reflowed.changed) return;
  Edit edit = {range_shift(entry->body, entry_range(entry).start),
               laid_out(self, entry->file, reflowed.text)};
  actions_add(self, (Action){.title = title_of(self, &reflowed),
                             .kind = "quickfix",
                             .finding = finding,
                             .edit = actions_edit(self, &edit, 1)});
}

void actions_add_reflow(Actions *self) {
  const GlossaryFile *file = document_file(self->snapshot->documents, self->document);
  if (!file || !actions_want(self, "quickfix")) return;
  for (uint32_t i = 0; i < self->findings->count; i++) {
    const Finding *finding = &self->findings->items[i];
    if (!is_flattened(finding) || !actions_concern(self, finding)) continue;
    const Entry *entry = entry_at(file, finding->range.start);
    if (entry) add_reflow(self, finding, entry);
  }
}

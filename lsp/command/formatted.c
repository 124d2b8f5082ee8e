#include "formatted.h"

#include <glossary/base/utf.h>
#include <glossary/store.h>

static FormatStyle style_for(const Config *config, const StyleChoice *over) {
  StyleChoice choice = config_style(config);
  style_override(&choice, over);
  return style_of(&choice);
}

// Why the text must stay as it is; empty: nothing is in the way.
static Slice obstacle(const Config *config, Text *text, Arena *arena) {
  Slice bytes = text_bytes(text);
  size_t invalid = utf_find_invalid(bytes, 0);
  if (!config_is_known(config))
    return SLICE("is left as it is until the gloss.json that holds for it can be read");
  if (invalid == bytes.len) return (Slice){0};
  return arena_format(arena, "is left as it is: line %u is not UTF-8",
                      text_line_at(text, (uint32_t)invalid) + 1);
}

static void note_left(Formatted *self, const GlossaryFile *file, const Formatting *formatting) {
  for (uint32_t i = 0; i < formatting->refused_count; i++) {
    const Entry *entry = file->entries.items[formatting->refused[i]];
    *array_push(&self->left) = text_line_at(file->text, entry_range(entry).start) + 1;
  }
}

static void format(Formatted *self, const GlossaryFile *file, const FormatStyle *style,
                   Arena *arena) {
  Range all = {0, text_len(file->text)};
  Formatting formatting = format_file(file, style, all, arena);
  Slice after = edits_apply(formatting.edits.items, formatting.edits.count, self->before, arena);
  note_left(self, file, &formatting);
  self->changed = !slice_eq(self->before, after);
  if (self->changed) self->after = slice_copy(after);
}

static void look_at(Formatted *self, DocumentName name, const GlossaryFile *file,
                    const StyleChoice *style, Arena *arena) {
  FormatStyle chosen = style_for(name.config, style);
  bool is_markdown = file->outline.dialect == DIALECT_MARKDOWN;
  self->problem = slice_copy(obstacle(name.config, file->text, arena));
  self->is_page = !is_markdown && glossary_file_has_headword(file);
  self->is_no_glossary = !is_markdown && file->entries.len && !self->is_page;
  self->counts = !self->problem.len && !self->is_page && !self->is_no_glossary;
  if (self->counts && is_markdown) format(self, file, &chosen, arena);
}

static void read(Formatted *self, DocumentName name, const StyleChoice *style, Arena *arena) {
  Document document;
  Slice problem;
  if (!document_load(name, (Slice){0}, &document, &problem, arena)) {
    self->problem = slice_copy(problem);
    return;
  }
  self->has_mark = document.has_mark;
  self->before = slice_copy(document.bytes);
  GlossaryFile *file = glossary_file_from(name.path, (Slice){0}, document.text);
  if (!config_ignores(name.config, name.path)) look_at(self, name, file, style, arena);
  glossary_file_delete(file);
}

Formatted formatted_of(DocumentName name, const StyleChoice *style) {
  Formatted self = {0};
  Arena *arena = arena_new();
  read(&self, name, style, arena);
  arena_delete(arena);
  return self;
}

void formatted_free(Formatted *self) {
  slice_free(self->problem);
  slice_free(self->before);
  slice_free(self->after);
  array_free(&self->left);
}

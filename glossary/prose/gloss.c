// Glossaries: Markdown, but headings, their fields and the furniture of a page are not running
// text.
#include "cuts.h"
#include "languages.h"

#include "../field.h"
#include "../line.h"

static void add_cut(Cuts *cuts, uint32_t start, uint32_t end) {
  if (end > start) *array_push(cuts) = (Cut){{start, end}, PART_APART};
}

// What the file says for all its entries, and the head of each: heading and fields.
static void add_heads(Slice text, const Outline *outline, const FileFacts *facts, Cuts *cuts) {
  for (uint32_t i = 0; i < facts->field_count; i++)
    add_cut(cuts, facts->fields[i].line.start, facts->fields[i].line.end);
  Fields fields = {0};
  for (uint32_t i = 0; i < outline->spans.len; i++) {
    Range range = outline_range(outline, i);
    Slice entry = slice_range(text, range), rest = entry;
    line_next(&rest);
    uint32_t head = fields_read(entry, (uint32_t)(entry.len - rest.len), &fields);
    add_cut(cuts, range.start, range.start + head);
  }
  array_free(&fields);
}

// What lies between entries of a page belongs to the site.
static void add_furniture(Slice text, const Outline *outline, Cuts *cuts) {
  uint32_t at = 0;
  for (uint32_t i = 0; i < outline->spans.len; i++) {
    Range entry = outline_range(outline, i);
    Slice rest = slice_range(text, entry);
    line_next(&rest);
    add_cut(cuts, at, entry.end - (uint32_t)rest.len);
    at = entry.end;
  }
  add_cut(cuts, at, (uint32_t)text.len);
}

void prose_read_gloss(Slice text, Prose *prose) {
  size_t first = prose->parts.len;
  prose_read_markdown(text, prose);
  Text *copy = text_new(text);
  Outline outline = outline_scan(copy);
  Arena *arena = arena_new();
  FileFacts facts = file_facts_read(copy, &outline, arena);
  Cuts cuts = {0};
  if (outline.dialect == DIALECT_PAGE)
    add_furniture(text, &outline, &cuts);
  else
    add_heads(text, &outline, &facts, &cuts);
  cuts_apply(&cuts, prose, first);
  array_free(&cuts);
  arena_delete(arena);
  outline_free(&outline);
  text_delete(copy);
}

// Glossaries: Markdown, but headings, their fields and the furniture of a page are not running
// text.
#include "languages.h"

#include "../field.h"
#include "../line.h"

typedef Array(Range) Ranges;

// What the file says for all its entries, and the head of each: heading and fields.
static void add_heads(Slice text, const Outline *outline, const FileFacts *facts, Ranges *cuts) {
  for (uint32_t i = 0; i < facts->field_count; i++) *array_push(cuts) = facts->fields[i].line;
  Fields fields = {0};
  for (uint32_t i = 0; i < outline->spans.len; i++) {
    Range range = outline_range(outline, i);
    Slice entry = slice_range(text, range), rest = entry;
    line_next(&rest);
    uint32_t head = fields_read(entry, (uint32_t)(entry.len - rest.len), &fields);
    *array_push(cuts) = (Range){range.start, range.start + head};
  }
  array_free(&fields);
}

// What lies between entries of a page belongs to the site.
static void add_furniture(Slice text, const Outline *outline, Ranges *cuts) {
  uint32_t at = 0;
  for (uint32_t i = 0; i < outline->spans.len; i++) {
    Range entry = outline_range(outline, i);
    Slice rest = slice_range(text, entry);
    line_next(&rest);
    *array_push(cuts) = (Range){at, entry.end - (uint32_t)rest.len};
    at = entry.end;
  }
  *array_push(cuts) = (Range){at, (uint32_t)text.len};
}

// Takes the parts that start in one of `cuts` (ascending) out of `prose`, from part `first` on.
static void cut_parts(Prose *prose, size_t first, const Ranges *cuts) {
  size_t kept = first, cut = 0;
  bool apart = true;
  for (size_t i = first; i < prose->parts.len; i++) {
    Part part = prose->parts.items[i];
    while (cut < cuts->len && cuts->items[cut].end <= part.range.start) cut++;
    bool inside = cut < cuts->len && range_holds(cuts->items[cut], part.range.start);
    if (inside) {
      apart = true;
      continue;
    }
    if (apart) part.link = PART_APART;
    prose->parts.items[kept++] = part;
    apart = false;
  }
  prose->parts.len = kept;
}

void prose_read_gloss(Slice text, Prose *prose) {
  size_t first = prose->parts.len;
  prose_read_markdown(text, prose);
  Text *copy = text_new(text);
  Outline outline = outline_scan(copy);
  Arena *arena = arena_new();
  FileFacts facts = file_facts_read(copy, &outline, arena);
  Ranges cuts = {0};
  if (outline.dialect == DIALECT_PAGE)
    add_furniture(text, &outline, &cuts);
  else
    add_heads(text, &outline, &facts, &cuts);
  cut_parts(prose, first, &cuts);
  array_free(&cuts);
  arena_delete(arena);
  outline_free(&outline);
  text_delete(copy);
}

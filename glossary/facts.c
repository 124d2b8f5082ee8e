// What a file says for all its entries.
#include "field.h"
#include "line.h"

// The first title of the preamble: its text, and in `after` the offset behind its line.
static Slice read_title(Text *text, Range preamble, uint32_t *after) {
  uint32_t last = text_line_at(text, preamble.end);
  for (uint32_t i = 0; i <= last; i++) {
    Slice line = text_slice(text, text_line(text, i));
    if (i == 0 && slice_starts_with(line, BYTE_ORDER_MARK))
      line = slice_from(line, BYTE_ORDER_MARK.len);
    if (!line_is_title(line) || text_line_start(text, i) >= preamble.end) continue;
    *after = text_line_start(text, i + 1);
    return line_heading_text(line);
  }
  *after = slice_starts_with(text_slice(text, text_line(text, 0)), BYTE_ORDER_MARK)
               ? (uint32_t)BYTE_ORDER_MARK.len
               : 0;
  return (Slice){0};
}

static void take_paths(FileFacts *facts, Slice value, Arena *arena) {
  Array(Slice) paths = {0};
  FieldItems items = field_items(value);
  for (Slice item; field_items_next(&items, &item);) *array_push(&paths) = arena_copy(arena, item);
  facts->path_count = (uint32_t)paths.len;
  facts->paths = arena_array(arena, Slice, paths.len);
  if (paths.len) memcpy(facts->paths, paths.items, paths.len * sizeof(Slice));
  array_free(&paths);
}

static void take_field(FileFacts *facts, Field field, Slice bytes, Arena *arena) {
  Slice value = slice_range(bytes, field.value);
  if (field.kind == FIELD_LANG) facts->lang = arena_copy(arena, unwrap_marks(value));
  if (field.kind == FIELD_CATEGORY) facts->category = arena_copy(arena, unwrap_marks(value));
  if (field.kind == FIELD_PATHS) take_paths(facts, value, arena);
}

static void read_preamble(FileFacts *facts, Text *text, Range preamble, Arena *arena) {
  uint32_t start;
  facts->title = arena_copy(arena, read_title(text, preamble, &start));
  Slice bytes = text_slice(text, preamble);
  Fields fields = {0};
  if (start < bytes.len) fields_read(bytes, start, &fields);
  facts->field_count = (uint32_t)fields.len;
  facts->fields = arena_array(arena, Field, fields.len);
  for (size_t i = 0; i < fields.len; i++)
    take_field(facts, facts->fields[i] = fields.items[i], bytes, arena);
  array_free(&fields);
}

FileFacts file_facts_read(Text *text, const Outline *outline, Arena *arena) {
  FileFacts facts = {0};
  if (outline->dialect == DIALECT_MARKDOWN)
    read_preamble(&facts, text, outline_preamble(outline, text), arena);
  return facts;
}

static bool slices_eq(const Slice *a, uint32_t a_count, const Slice *b, uint32_t b_count) {
  if (a_count != b_count) return false;
  for (uint32_t i = 0; i < a_count; i++)
    if (!slice_eq(a[i], b[i])) return false;
  return true;
}

bool file_facts_eq(const FileFacts *a, const FileFacts *b) {
  return slice_eq(a->title, b->title) && slice_eq(a->lang, b->lang) &&
         slice_eq(a->category, b->category) &&
         slices_eq(a->paths, a->path_count, b->paths, b->path_count);
}

// An entry of the Markdown dialect: `## Headword`, its field list, its body.
#include "entry_build.h"
#include "field.h"
#include "line.h"

static void add_items(EntryBuild *self, FormRole role, Slice value) {
  FieldItems items = field_items(value);
  for (Slice item; field_items_next(&items, &item);)
    build_form(self, role, item, range_of(self->bytes, item));
}

static void take_aliases(EntryBuild *self, Slice value) {
  add_items(self, FORM_ALIAS, value);
}
static void take_abbr(EntryBuild *self, Slice value) {
  add_items(self, FORM_ABBREVIATION, value);
}
static void take_avoid(EntryBuild *self, Slice value) {
  add_items(self, FORM_AVOID, value);
}
static void take_plural(EntryBuild *self, Slice value) {
  add_items(self, FORM_PLURAL, value);
}

static void take_tags(EntryBuild *self, Slice value) {
  FieldItems items = field_items(value);
  for (Slice item; field_items_next(&items, &item);)
    *array_push(&self->tags) = arena_copy(self->arena, item);
}

static void take_category(EntryBuild *self, Slice value) {
  self->entry.category = arena_copy(self->arena, unwrap_marks(value));
}

// The place of a value among the words of its field, or `otherwise`. What is none of them is said
// by a lint rule.
static int word_index(FieldKind kind, Slice value, int otherwise) {
  size_t count;
  const char *const *words = field_words(kind, &count);
  Slice word = unwrap_marks(value);
  for (size_t i = 0; i < count; i++)
    if (slice_eq_ascii_case(word, slice_of(words[i]))) return (int)i;
  return otherwise;
}

static void take_status(EntryBuild *self, Slice value) {
  self->entry.status = (Status)word_index(FIELD_STATUS, value, STATUS_PREFERRED);
}

static void take_match(EntryBuild *self, Slice value) {
  self->entry.match = (MatchMode)word_index(FIELD_MATCH, value, MATCH_SMART);
}

// What a field does to its entry. Fields that only say something to a reader are not here.
static void (*const TAKE[])(EntryBuild *, Slice) = {
    [FIELD_ALIASES] = take_aliases, [FIELD_ABBR] = take_abbr,   [FIELD_AVOID] = take_avoid,
    [FIELD_PLURAL] = take_plural,   [FIELD_TAGS] = take_tags,   [FIELD_CATEGORY] = take_category,
    [FIELD_STATUS] = take_status,   [FIELD_MATCH] = take_match, [FIELD_NOTE] = NULL,
};

static uint32_t read_fields(EntryBuild *self, uint32_t start) {
  Fields fields = {0};
  uint32_t end = fields_read(self->bytes, start, &fields);
  Entry *entry = &self->entry;
  entry->field_count = (uint32_t)fields.len;
  entry->fields = arena_array(self->arena, Field, fields.len);
  for (size_t i = 0; i < fields.len; i++) {
    Field field = entry->fields[i] = fields.items[i];
    if (TAKE[field.kind]) TAKE[field.kind](self, slice_range(self->bytes, field.value));
  }
  array_free(&fields);
  return end;
}

Entry entry_read_markdown(Slice bytes, const FileFacts *facts, Arena *arena) {
  EntryBuild build = {.bytes = bytes, .arena = arena};
  Entry *entry = &build.entry;
  entry->dialect = DIALECT_MARKDOWN;
  entry->category = arena_copy(arena, facts->category);
  Slice rest = bytes;
  Slice heading = line_heading_text(line_next(&rest));
  entry->heading = range_of(bytes, heading);
  build_heading(&build, unwrap_marks(heading), entry->heading);
  uint32_t after = read_fields(&build, (uint32_t)(bytes.len - rest.len));
  entry->body = range_of(bytes, slice_trim(slice_from(bytes, after)));
  return build_finish(&build);
}

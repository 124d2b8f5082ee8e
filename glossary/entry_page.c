// An entry of the page dialect: a headword line with comma-separated fields, then the body on one
// line.
#include "entry_build.h"
#include "heading.h"
#include "line.h"

bool page_next_field(Slice line, uint32_t *at, Range *range) {
  if (*at > line.len) return false;
  uint32_t end = *at, depth = 0;
  for (; end < line.len && (line.ptr[end] != ',' || depth); end++) {
    if (line.ptr[end] == '(') depth++;
    if (line.ptr[end] == ')' && depth) depth--;
  }
  *range = range_of(line, slice_trim(slice_range(line, (Range){*at, end})));
  *at = end + 1;
  return true;
}

// Empty when the entry has none.
static Range headword_line(Slice bytes) {
  Slice rest = bytes, line = line_next(&rest);
  return line_is_headword(line) ? range_of(bytes, slice_trim(line)) : (Range){0, 0};
}

// The bold lead of a body, or nothing.
static Slice bold_lead(Slice body) {
  if (!slice_starts_with(body, SLICE("**"))) return (Slice){0};
  for (size_t i = 2; i + 1 < body.len && i < 2 * HEADWORD_MAX; i++)
    if (body.ptr[i] == '*' && body.ptr[i + 1] == '*') return slice_new(body.ptr + 2, i - 2);
  return (Slice){0};
}

// Headword lines are lower-cased. The body begins with the true spelling where it begins with the
// term.
static Slice true_spelling(Slice name, Slice body) {
  Slice lead = bold_lead(body);
  if (slice_eq_ascii_case(lead, name)) return lead;
  Slice start = slice_to(body, name.len);
  bool word_ends =
      body.len > name.len && (byte_is_blank(body.ptr[name.len]) || body.ptr[name.len] == ',');
  return word_ends && slice_eq_ascii_case(start, name) ? start : name;
}

static bool is_word_byte(char c) {
  return byte_is_letter(c) || byte_is_digit(c) || (unsigned char)c >= 0x80;
}

// Whether `part` stands in `whole` as whole words, ASCII case aside.
static bool has_words(Slice whole, Slice part) {
  for (size_t at = 0; part.len && at + part.len <= whole.len; at++) {
    bool starts = at == 0 || !is_word_byte(whole.ptr[at - 1]);
    bool ends = at + part.len == whole.len || !is_word_byte(whole.ptr[at + part.len]);
    if (starts && ends && slice_eq_ascii_case(slice_new(whole.ptr + at, part.len), part))
      return true;
  }
  return false;
}

// The fields of a headword line, one after the other.
typedef struct {
  Slice line, name, lead;
  Heading heading; // of the name
} PageLine;

// The parenthesis of `Embeddings (advanced)` tells the entry from others; standing again as a field
// it is no name for it.
static bool repeats_disambiguator(const PageLine *self, Slice field) {
  return self->heading.role == PAREN_DISAMBIGUATOR &&
         slice_eq_ascii_case(field, self->heading.paren);
}

static bool repeats_term(const PageLine *self, Slice field) {
  return has_words(self->name, field) || has_words(self->lead, field) ||
         is_abbreviation_of(field, self->heading.headword) || is_abbreviation_of(field, self->lead);
}

// Whether the last field is the category. The sites write it behind the term alone, behind fields
// that only repeat the term, or behind commas with a space; in all other lines the last field is
// one more tag.
static bool ends_in_category(const PageLine *self) {
  uint32_t at = 0, count = 0;
  bool only_repeats = true;
  for (Range field; page_next_field(self->line, &at, &field); count++) {
    bool middle = count > 0 && at <= self->line.len;
    if (middle && !repeats_term(self, slice_range(self->line, field))) only_repeats = false;
    bool spaced = field.start > 0 && self->line.ptr[field.start - 1] == ' ';
    if (at > self->line.len && spaced) return true;
  }
  return count > 1 && only_repeats;
}

static void take_field(EntryBuild *self, const PageLine *line, Range range) {
  Slice field = slice_range(line->line, range);
  Range written = range_shift(range, self->entry.heading.start);
  if (!field.len) return;
  if (repeats_term(line, field) && !repeats_disambiguator(line, field))
    build_form(self, FORM_ALIAS, field, written);
  else
    *array_push(&self->tags) = arena_copy(self->arena, field);
}

static void take_fields(EntryBuild *self, const PageLine *line, uint32_t at) {
  bool category = ends_in_category(line);
  for (Range field; page_next_field(line->line, &at, &field);) {
    bool last = at > line->line.len;
    if (last && category)
      self->entry.category = arena_copy(self->arena, slice_range(line->line, field));
    else
      take_field(self, line, field);
  }
}

Entry entry_read_page(Slice bytes, Arena *arena) {
  EntryBuild build = {.bytes = bytes, .arena = arena};
  Entry *entry = &build.entry;
  entry->dialect = DIALECT_PAGE;
  entry->heading = headword_line(bytes);
  Slice body = slice_trim(slice_from(bytes, entry->heading.end));
  entry->body = range_of(bytes, body);
  PageLine line = {.line = slice_range(bytes, entry->heading), .lead = bold_lead(body)};
  uint32_t at = 0;
  Range field;
  if (!line.line.len || !page_next_field(line.line, &at, &field)) return build_finish(&build);
  line.name = slice_range(line.line, field);
  line.heading = heading_read(line.name);
  build_heading(&build, true_spelling(line.name, body), range_shift(field, entry->heading.start));
  take_fields(&build, &line, at);
  return build_finish(&build);
}

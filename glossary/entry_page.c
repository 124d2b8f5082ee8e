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

Range page_headword_line(Slice bytes) {
  size_t len = 0;
  while (len < bytes.len && bytes.ptr[len] != '\n' && bytes.ptr[len] != '\r') len++;
  if (!line_is_headword(slice_to(bytes, len))) return (Range){0, 0};
  return range_of(bytes, slice_trim(slice_to(bytes, len)));
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
  Slice head = heading_read(name).headword;
  if (slice_eq_ascii_case(lead, head) && head.len == name.len) return lead;
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

static bool is_known_category(const FileFacts *facts, Slice field) {
  size_t low = 0, high = facts->category_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = slice_cmp(facts->categories[middle], field);
    if (order == 0) return true;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return false;
}

// What a field after the first repeats of the term: then it is an alias.
static bool repeats_term(Slice field, Slice name, Slice lead) {
  Heading heading = heading_read(name);
  if (heading.role == PAREN_DISAMBIGUATOR && slice_eq_ascii_case(field, heading.paren))
    return false;
  return has_words(name, field) || has_words(lead, field) ||
         is_abbreviation_of(field, heading.headword) || is_abbreviation_of(field, lead);
}

static void take_field(EntryBuild *self, const FileFacts *facts, Range range, bool last, Slice name,
                       Slice lead) {
  Slice field = slice_range(self->bytes, range);
  if (!field.len) return;
  if (last && is_known_category(facts, field))
    self->entry.category = arena_copy(self->arena, field);
  else if (repeats_term(field, name, lead))
    build_form(self, FORM_ALIAS, field, range);
  else
    *array_push(&self->tags) = arena_copy(self->arena, field);
}

Entry entry_read_page(Slice bytes, const FileFacts *facts, Arena *arena) {
  EntryBuild build = {.bytes = bytes, .arena = arena};
  Entry *entry = &build.entry;
  entry->dialect = DIALECT_PAGE;
  entry->heading = page_headword_line(bytes);
  Slice body = slice_trim(slice_from(bytes, entry->heading.end));
  entry->body = range_of(bytes, body);
  Slice line = slice_range(bytes, entry->heading);
  uint32_t at = 0;
  Range field;
  if (!line.len || !page_next_field(line, &at, &field)) return build_finish(&build);
  Slice name = slice_range(line, field);
  build_heading(&build, true_spelling(name, body), range_shift(field, entry->heading.start));
  while (page_next_field(line, &at, &field))
    take_field(&build, facts, range_shift(field, entry->heading.start), at > line.len, name,
               bold_lead(body));
  return build_finish(&build);
}

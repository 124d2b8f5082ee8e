// White space, the order of fields of different kinds, the spelling of keys and what separates
// items say nothing. Everything else has to be the same, to the letter.
#include "meaning.h"

#include "../../line.h"
#include "../layout.h"

#include <stdlib.h>

// --- text ---

static void skip_blanks(Slice *rest) {
  while (rest->len && byte_is_blank(rest->ptr[0])) *rest = slice_from(*rest, 1);
}

// The same words: one run of white space is as good as another.
static bool same_text(Slice a, Slice b) {
  if (slice_eq(a, b)) return true;
  a = slice_trim(a), b = slice_trim(b);
  while (a.len && b.len) {
    bool blank = byte_is_blank(a.ptr[0]);
    if (blank != byte_is_blank(b.ptr[0]) || (!blank && a.ptr[0] != b.ptr[0])) return false;
    a = slice_from(a, 1), b = slice_from(b, 1);
    if (blank) skip_blanks(&a), skip_blanks(&b);
  }
  return !a.len && !b.len;
}

// --- forms and tags ---

static bool same_forms_of(FormRole role, const Entry *a, const Entry *b) {
  for (uint32_t i = 0, j = 0;; i++, j++) {
    while (i < a->form_count && a->forms[i].role != role) i++;
    while (j < b->form_count && b->forms[j].role != role) j++;
    if (i == a->form_count || j == b->form_count) return i == a->form_count && j == b->form_count;
    if (!same_text(a->forms[i].text, b->forms[j].text)) return false;
  }
}

static bool same_forms(const Entry *a, const Entry *b) {
  bool same = a->form_count == b->form_count;
  for (FormRole role = FORM_HEADWORD; same && role <= FORM_AVOID; role++)
    same = same_forms_of(role, a, b);
  return same;
}

static bool same_tags(const Entry *a, const Entry *b) {
  bool same = a->tag_count == b->tag_count;
  for (uint32_t i = 0; same && i < a->tag_count; i++) same = same_text(a->tags[i], b->tags[i]);
  return same;
}

// What is told by `advice` are fields, which are compared by themselves.
static bool same_entry(const Entry *a, const Entry *b) {
  return slice_eq(a->name, b->name) && slice_eq(a->headword, b->headword) &&
         slice_eq(a->disambiguator, b->disambiguator) && same_text(a->category, b->category) &&
         a->status == b->status && a->match == b->match && same_forms(a, b) && same_tags(a, b);
}

// --- fields ---

typedef struct {
  FieldKind kind;
  Slice key, value;
  size_t place;
} Said;

// What is written in place of a kind, or beside it.
static bool has_key(FieldKind kind) {
  return kind == FIELD_UNKNOWN || kind == FIELD_TRANSLATION;
}

// Fields of one kind keep their order; of those without a kind it does not count.
static int compare_said(const void *a, const void *b) {
  const Said *left = a, *right = b;
  if (left->kind != right->kind) return left->kind < right->kind ? -1 : 1;
  int order = has_key(left->kind) ? slice_cmp_ascii_case(left->key, right->key) : 0;
  return order ? order : (left->place > right->place) - (left->place < right->place);
}

static Said *said_by(const Parts *parts) {
  Said *said = mem_zero(parts->fields.len + 1, sizeof *said);
  for (size_t i = 0; i < parts->fields.len; i++) {
    const Field *field = &parts->fields.items[i];
    said[i] = (Said){field->kind, slice_range(parts->whole, field->key),
                     slice_range(parts->whole, field->value), i};
  }
  qsort(said, parts->fields.len, sizeof *said, compare_said);
  return said;
}

static bool same_items(Slice a, Slice b) {
  FieldItems left = field_items(a), right = field_items(b);
  for (Slice item, other;;) {
    bool more = field_items_next(&left, &item);
    if (more != field_items_next(&right, &other)) return false;
    if (!more) return true;
    if (!same_text(item, other)) return false;
  }
}

static bool same_field(const Said *a, const Said *b) {
  size_t words;
  if (a->kind != b->kind) return false;
  if (a->kind == FIELD_UNKNOWN && !same_text(a->key, b->key)) return false;
  if (a->kind == FIELD_TRANSLATION && !slice_eq_ascii_case(a->key, b->key)) return false;
  if (field_has_items(a->kind)) return same_items(a->value, b->value);
  return same_text(a->value, b->value) ||
         (field_words(a->kind, &words) && slice_eq_ascii_case(a->value, b->value));
}

static bool same_fields(const Parts *a, const Parts *b) {
  if (a->fields.len != b->fields.len) return false;
  Said *left = said_by(a), *right = said_by(b);
  bool same = true;
  for (size_t i = 0; same && i < a->fields.len; i++) same = same_field(&left[i], &right[i]);
  mem_free(left);
  mem_free(right);
  return same;
}

// --- pieces ---

static bool same_heading(const Parts *a, const Parts *b) {
  return a->has_heading == b->has_heading &&
         line_is_title(a->heading) == line_is_title(b->heading) &&
         slice_eq(line_heading_text(a->heading), line_heading_text(b->heading));
}

static bool same_body(Slice a, Slice b) {
  if (slice_eq(a, b)) return true;
  return a.len && b.len && layout_same_body(a, b);
}

bool same_meaning(const Entry *before, const Parts *old, const Parts *new, const FileFacts *facts,
                  Arena *scratch) {
  if (!same_heading(old, new) || !same_fields(old, new)) return false;
  if (!same_text(old->front, new->front)) return false;
  if (!same_body(old->body, new->body) || !same_text(old->tail, new->tail)) return false;
  if (!before) return true;
  Entry after = entry_read(new->whole, DIALECT_MARKDOWN, facts, scratch);
  return same_entry(before, &after);
}

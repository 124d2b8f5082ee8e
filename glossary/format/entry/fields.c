// The lines of a field list: their order, their keys.
#include "../../field.h"
#include "../../line.h"
#include "../layout.h"

#include <stdlib.h>

void layout_lines(Slice text, Layout *out) {
  for (Slice rest = text; rest.len;) {
    Slice line = line_next(&rest);
    while (line.len && byte_is_blank(line.ptr[line.len - 1])) line.len--;
    layout_add(out, line);
    layout_add(out, SLICE("\n"));
  }
}

void layout_as_written(Slice text, Layout *out) {
  while (text.len) {
    layout_add(out, line_next(&text));
    layout_add(out, SLICE("\n"));
  }
}

// --- order ---

typedef struct {
  const Field *field;
  Slice key;
} Row;

static bool is_malformed(Slice bytes, const Field *field) {
  Slice line = slice_range(bytes, field->line);
  bool no_colon = !memchr(line.ptr, ':', line.len);
  return no_colon || !range_len(field->key) || !range_len(field->value);
}

static int compare_rows(const void *a, const void *b) {
  const Row *left = a, *right = b;
  FieldKind left_kind = left->field->kind, right_kind = right->field->kind;
  int unknown = (left_kind == FIELD_UNKNOWN) - (right_kind == FIELD_UNKNOWN);
  if (unknown) return unknown;
  if (left_kind != right_kind) return left_kind < right_kind ? -1 : 1;
  int order = left_kind == FIELD_TRANSLATION ? slice_cmp_ascii_case(left->key, right->key) : 0;
  return order ? order : (left->field > right->field) - (left->field < right->field);
}

static Row *rows_in_order(Slice bytes, const Field *fields, uint32_t count) {
  Row *rows = mem_zero(count + 1, sizeof *rows);
  bool keeps_order = false;
  for (uint32_t i = 0; i < count; i++) {
    rows[i] = (Row){&fields[i], slice_range(bytes, fields[i].key)};
    keeps_order = keeps_order || is_malformed(bytes, &fields[i]);
  }
  if (!keeps_order) qsort(rows, count, sizeof *rows, compare_rows);
  return rows;
}

// --- lines ---

static char in_upper_case(char c) {
  return byte_is_lower(c) ? (char)(c & ~0x20) : c;
}

// `pt-BR`, `zh-Hant`: a region has two letters, a script four.
static void add_language_tag(Slice tag, Layout *out) {
  size_t subtag = tag.len > 3 ? tag.len - 3 : 0;
  for (size_t i = 0; i < tag.len; i++) {
    bool upper = (subtag == 2 && i >= 3) || (subtag == 4 && i == 3);
    *array_push(out) = upper ? in_upper_case(tag.ptr[i]) : byte_lower(tag.ptr[i]);
  }
}

static void add_key(const Row *row, Layout *out) {
  if (row->field->kind == FIELD_TRANSLATION)
    add_language_tag(row->key, out);
  else
    layout_add(out, field_key(row->field->kind));
}

static void add_unknown(Slice line, Layout *out) {
  layout_add(out, SLICE("- "));
  layout_lines(slice_trim(slice_from(line, 1)), out);
}

static void add_known(Slice bytes, const Row *row, const FormatStyle *style, Layout *out) {
  size_t start = out->len;
  layout_add(out, SLICE("- "));
  add_key(row, out);
  layout_add(out, SLICE(": "));
  layout_value(slice_range(bytes, row->field->value), row->field->kind,
               (uint32_t)(out->len - start), style, out);
  layout_add(out, SLICE("\n"));
}

static void add_row(Slice bytes, const Row *row, const FormatStyle *style, Layout *out) {
  Slice line = slice_range(bytes, row->field->line);
  if (is_malformed(bytes, row->field))
    layout_as_written(line, out); // a mark alone is one only with the blank behind it
  else if (row->field->kind == FIELD_UNKNOWN)
    add_unknown(line, out);
  else
    add_known(bytes, row, style, out);
}

void layout_fields(Slice bytes, const Field *fields, uint32_t count, const FormatStyle *style,
                   Layout *out) {
  Row *rows = rows_in_order(bytes, fields, count);
  for (uint32_t i = 0; i < count; i++) add_row(bytes, &rows[i], style, out);
  mem_free(rows);
}

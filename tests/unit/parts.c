#include "parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef Array(char) Buffer;

static bool meets_part(const Prose *prose, Range range) {
  for (size_t i = 0; i < prose->parts.len; i++) {
    Range part = prose->parts.items[i].range;
    if (part.start < range.end && range.start < part.end) return true;
  }
  return false;
}

static void check_remarks(Slice text, const Prose *prose) {
  uint32_t end = 0;
  for (size_t i = 0; i < prose->remarks.len; i++) {
    Remark remark = prose->remarks.items[i];
    assert_true(end <= remark.range.start && remark.range.end <= text.len);
    assert_true(remark.range.start < remark.content.start);
    assert_true(remark.content.start < remark.content.end);
    assert_true(remark.content.end <= remark.range.end);
    Slice content = slice_range(text, remark.content);
    assert_true(slice_starts_with(content, SLICE("gloss-")));
    assert_false(meets_part(prose, remark.range));
    end = remark.range.end;
  }
}

void parts_check_order(Slice text, const Prose *prose) {
  uint32_t end = 0;
  for (size_t i = 0; i < prose->parts.len; i++) {
    Range range = prose->parts.items[i].range;
    assert_true(range.start >= end && range.end > range.start);
    end = range.end;
  }
  assert_true(end <= text.len);
  check_remarks(text, prose);
}

static void append_text(Buffer *out, const char *text, const Prose *prose, Range part) {
  for (uint32_t at = part.start; at < part.end; at++) {
    if (prose_in_formula(prose, at)) continue;
    *array_push(out) = prose_in_formula(prose, at + 1) ? '$' : text[at];
  }
}

void parts_check(const char *text, const Prose *prose, const char *wanted) {
  static const char SIGNS[] = {[PART_JOINED] = '+', [PART_SPACED] = '_', [PART_APART] = '|'};
  parts_check_order(slice_of(text), prose);
  Buffer out = {0};
  for (size_t i = 0; i < prose->parts.len; i++) {
    Part part = prose->parts.items[i];
    *array_push(&out) = SIGNS[part.link];
    append_text(&out, text, prose, part.range);
  }
  if (!slice_eq(slice_new(out.items, out.len), slice_of(wanted)))
    fail_msg("[%s]: [%.*s], not [%s]", text, (int)out.len, out.items, wanted);
  array_free(&out);
}

#include "parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef Array(char) Buffer;

void parts_check_order(Slice text, const Prose *prose) {
  uint32_t end = 0;
  for (size_t i = 0; i < prose->parts.len; i++) {
    Range range = prose->parts.items[i].range;
    assert_true(range.start >= end && range.end > range.start);
    end = range.end;
  }
  assert_true(end <= text.len);
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

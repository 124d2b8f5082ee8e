// A flattened body of any bytes comes back, white space aside, and doubts lie in it. What is no
// body of a page is flattened, too.
#include "fuzz.h"

#include <glossary/base/array.h>
#include <glossary/line.h>
#include <glossary/reflow/flatten.h>
#include <glossary/reflow/reflow.h>
#include <glossary/reflow/signs.h>

typedef Array(char) Letters;

// All but white space, which U+00A0 is too.
static Letters letters_of(Slice text) {
  Letters letters = {0};
  for (size_t i = 0; i < text.len; i++) {
    if (slice_starts_with(slice_from(text, i), SLICE("\xC2\xA0")))
      i++;
    else if (!byte_is_blank(text.ptr[i]))
      *array_push(&letters) = text.ptr[i];
  }
  return letters;
}

static void must_say_the_same(Slice text, Slice other) {
  Letters before = letters_of(text), after = letters_of(other);
  MUST(before.len == after.len);
  MUST(!before.len || !memcmp(before.items, after.items, before.len));
  array_free(&before);
  array_free(&after);
}

// Lines of Markdown stay as they are, and flatten writes their marks in another way: only one line
// is a body of a page for certain.
static bool is_one_line(Slice body) {
  Slice rest = slice_trim(body);
  return line_next(&rest).len == slice_trim(body).len;
}

// What lint reports can be mended, and what it does not report stays.
static void must_change_by_signs(Slice body, Arena *arena) {
  Fence open = {0};
  bool sign = false;
  for (Slice rest = body; rest.len;) {
    Slice line = line_next(&rest);
    sign = (!line_in_fence(line, &open) && flat_sign(line).what) || sign;
  }
  MUST(reflow(body, DIALECT_MARKDOWN, arena).changed == sign);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Slice body = input_of(data, size);
  Arena *arena = arena_new();
  Reflowed reflowed = reflow(body, DIALECT_PAGE, arena);
  MUST(reflowed.changed || slice_eq(reflowed.text, body));
  if (is_one_line(body)) must_say_the_same(body, flatten(reflowed.text, arena));
  must_change_by_signs(body, arena);
  Slice flat = flatten(body, arena);
  MUST(!flat.len || is_one_line(flat));
  must_say_the_same(flat, flatten(reflow(flat, DIALECT_PAGE, arena).text, arena));
  for (uint32_t i = 0; i < reflowed.doubt_count; i++) {
    Range range = reflowed.doubts[i].range;
    MUST(range.start <= range.end && range.end <= size);
  }
  arena_delete(arena);
  return 0;
}

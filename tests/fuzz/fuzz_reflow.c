// A flattened body of any bytes keeps its letters, in their order, and doubts lie in it.
#include "fuzz.h"

#include <glossary/base/array.h>
#include <glossary/reflow/reflow.h>

typedef Array(char) Letters;

// Dashes and bullets give way to the marks of lists.
static size_t sign_len(Slice text) {
  return slice_starts_with(text, SLICE("\xE2\x80\x94")) ||
                 slice_starts_with(text, SLICE("\xE2\x80\xA2"))
             ? 3
             : 0;
}

// All but white space and what reflow may touch.
static Letters letters_of(Slice text) {
  Letters letters = {0};
  for (size_t i = 0; i < text.len;) {
    size_t sign = sign_len(slice_from(text, i));
    if (!sign && !byte_is_one_of(text.ptr[i], " \t\r\n#-*")) *array_push(&letters) = text.ptr[i];
    i += sign ? sign : 1;
  }
  return letters;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Slice body = input_of(data, size);
  Arena *arena = arena_new();
  Reflowed reflowed = reflow(body, arena);
  Letters before = letters_of(body), after = letters_of(reflowed.text);
  MUST(before.len == after.len);
  MUST(!before.len || !memcmp(before.items, after.items, before.len));
  MUST(reflowed.changed || slice_eq(reflowed.text, body));
  for (uint32_t i = 0; i < reflowed.doubt_count; i++) {
    Range range = reflowed.doubts[i].range;
    MUST(range.start <= range.end && range.end <= size);
  }
  array_free(&before);
  array_free(&after);
  arena_delete(arena);
  return 0;
}

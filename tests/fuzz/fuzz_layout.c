// A body of any bytes means the same when it is laid out, and stays as it is the second time;
// filled lines made one again are those that were never filled.
#include "fuzz.h"

#include <glossary/format/layout.h>

static Slice laid_out(Slice body, FormatStyle style, Layout *out) {
  layout_body(body, &style, out);
  return slice_new(out->items, out->len ? out->len - 1 : 0);
}

// Without empty lines around it, as a body is.
static Slice body_of(Slice input) {
  Slice body = input;
  for (size_t at = 0; at < input.len && byte_is_blank(input.ptr[at]); at++)
    if (byte_is_line_end(input.ptr[at])) body = slice_from(input, at + 1);
  while (body.len && byte_is_blank(body.ptr[body.len - 1])) body.len--;
  return body;
}

static void check(Slice body, FormatStyle style) {
  Layout once = {0}, twice = {0};
  Slice first = laid_out(body, style, &once);
  MUST(layout_same_body(body, first));
  MUST(slice_eq(laid_out(first, style, &twice), first));
  array_free(&once);
  array_free(&twice);
}

static void check_wraps(Slice body, uint32_t width) {
  static const FormatStyle ONE_LINE = {.wrap = WRAP_NONE};
  Layout none = {0}, filled = {0}, back = {0};
  Slice lines = laid_out(body, (FormatStyle){WRAP_AT, width, false}, &filled);
  MUST(slice_eq(laid_out(body, ONE_LINE, &none), laid_out(lines, ONE_LINE, &back)));
  array_free(&none);
  array_free(&filled);
  array_free(&back);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Slice input = input_of(data, size);
  uint32_t width = take_below(&input, 90);
  Slice body = body_of(input);
  if (!body.len) return 0;
  check(body, (FormatStyle){.wrap = WRAP_KEEP});
  check(body, (FormatStyle){.wrap = WRAP_NONE});
  check(body, (FormatStyle){WRAP_AT, width, false});
  check_wraps(body, width);
  return 0;
}

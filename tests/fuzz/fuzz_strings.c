// The small functions on strings: a glob gives an answer, a path survives its URI, a position that
// was made from an offset leads back to it.
//
// Input: a pattern, a separator, a text.
#include "fuzz.h"

#include <glossary/base/glob.h>
#include <glossary/complete/natural.h>
#include <lsp/position.h>
#include <lsp/uri.h>

static void there_and_back(Slice path, Arena *arena) {
  uri_to_path(path, arena);
  Slice absolute = arena_format(arena, "/%.*s", SLICE_FMT(path));
  if (!memchr(absolute.ptr, 0, absolute.len))
    MUST(slice_eq(uri_to_path(uri_from_path(absolute, arena), arena), absolute));
}

static bool is_boundary(Text *text, uint32_t offset, Encoding encoding) {
  Position position = position_from_offset(text, offset, encoding);
  return offset_from_position(text, position, encoding) == offset;
}

// A byte inside a character or a line end has no position of its own, all others do.
static void look_at_positions(Slice bytes) {
  Text *text = text_new(bytes);
  for (uint32_t offset = 0; offset <= bytes.len && offset < 64; offset++) {
    bool own = is_boundary(text, offset, ENCODING_UTF32);
    MUST(is_boundary(text, offset, ENCODING_UTF16) == own);
    PersonPoint point = person_from_offset(text, offset);
    uint32_t back = 0;
    MUST(offset_from_person(text, point, &back) && (back == offset || !own));
  }
  text_delete(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Slice input = input_of(data, size), pattern = take_part(&input);
  Arena *arena = arena_new();
  glob_match(pattern, input, size % 2);
  natural_case(pattern, input, arena);
  there_and_back(input, arena);
  look_at_positions(input);
  arena_delete(arena);
  return 0;
}

// Markdown of any bytes: its blocks lie in it one behind the other, its beginning finds room, and
// it can be shown both ways.
#include "fuzz.h"

#include <lsp/markdown/block.h>
#include <lsp/markdown/markdown.h>

enum { ADDED_MAX = 8 }; // by a cut: `…`, or a line end and the marks that close a fence

static void check_blocks(Slice text) {
  const char *end = text.ptr;
  MarkdownBlock block;
  for (Slice rest = text; markdown_next(&rest, &block);) {
    MUST(block.text.ptr >= end && block.text.len);
    end = block.text.ptr + block.text.len;
    MUST(end <= rest.ptr && rest.ptr + rest.len == text.ptr + text.len);
  }
}

static void check_beginning(Slice text, uint8_t room, Arena *arena) {
  bool cut;
  MarkdownRoom small = {room, room / 8};
  Slice shown = markdown_beginning(text, small, arena, &cut);
  MUST(cut ? shown.len <= text.len + ADDED_MAX + room : slice_eq(shown, text)); // marks find room
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Slice text = input_of(data, size);
  Arena *arena = arena_new();
  check_blocks(text);
  check_beginning(text, size ? data[0] : 0, arena);
  markdown_safe(text, arena);
  markdown_plain(text, arena);
  arena_delete(arena);
  return 0;
}

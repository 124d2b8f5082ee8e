// Where a text that is too long to be shown is cut: at the end of a block if need be inside one,
// but so that nothing is left open.
#include "block.h"
#include "markdown.h"

#include <glossary/line.h>
#include <glossary/prose/seek.h>

// ROWS_LEAST: of a table, its head and the line below count; of code, the fence does.
enum { COLUMNS = 96, ROWS_LEAST = 3 };

typedef struct {
  Slice text;
  MarkdownRoom left;
  size_t end; // what is shown so far ends here
  Arena *arena;
} Beginning;

// --- inside a paragraph ---

static size_t last_of(Slice text, Slice mark, size_t least) {
  for (size_t at = text.len; at > least && at >= mark.len; at--)
    if (slice_ends_with(slice_to(text, at), mark)) return at;
  return 0;
}

Slice text_beginning(Slice text, size_t limit, bool *cut) {
  static const Slice ends[] = {{"\n\n", 2}, {". ", 2}, {"\n", 1}, {" ", 1}};
  *cut = text.len > limit;
  if (!*cut) return text;
  Slice start = slice_to(text, limit);
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t end = last_of(start, ends[i], limit / 2);
    if (end) return slice_trim(slice_to(start, end));
  }
  while (start.len && ((unsigned char)text.ptr[start.len] & 0xC0) == 0x80) start.len--;
  return start;
}

static Slice joined(Slice first, Slice second, Arena *arena) {
  char *bytes = arena_alloc(arena, first.len + second.len + 1);
  if (first.len) memcpy(bytes, first.ptr, first.len);
  if (second.len) memcpy(bytes + first.len, second.ptr, second.len);
  return slice_new(bytes, first.len + second.len);
}

// Bold text that the cut has left open is closed.
Slice markdown_shortened(Slice text, size_t limit, Arena *arena) {
  bool cut;
  Slice start = text_beginning(text, limit, &cut);
  if (!cut) return text;
  uint32_t len = (uint32_t)start.len, marks = 0;
  for (uint32_t at = 0; (at = seek(start, at, len, SLICE("**"))) < len; at += 2) marks++;
  return joined(start, marks % 2 ? SLICE("** \xE2\x80\xA6") : SLICE(" \xE2\x80\xA6"), arena);
}

// --- blocks ---

static uint32_t lines_of(Slice line) {
  return 1 + (uint32_t)(line.len / COLUMNS);
}

// Takes the room that a line needs; false when there is not enough.
static bool take_line(MarkdownRoom *left, Slice line) {
  uint32_t lines = lines_of(line);
  if (line.len >= left->bytes || lines > left->lines) return false;
  left->bytes -= line.len + 1;
  left->lines -= lines;
  return true;
}

// How many bytes of the block find room, in whole lines, and how many lines these are.
static size_t taken(MarkdownRoom *left, const MarkdownBlock *block, uint32_t *rows) {
  size_t end = 0;
  *rows = 0;
  if (block->apart) left->lines -= left->lines > 0;
  for (Slice rest = block->text; rest.len; ++*rows) {
    Slice line = line_next(&rest);
    if (!take_line(left, line)) break;
    end = (size_t)(line.ptr - block->text.ptr) + line.len;
  }
  return end;
}

static Slice up_to(const Beginning *self, const MarkdownBlock *block, size_t len) {
  return slice_to(self->text, (size_t)(block->text.ptr - self->text.ptr) + len);
}

// The same marks that opened it, on a line of their own.
static Slice closing_fence(Slice code, Arena *arena) {
  code = slice_from(code, spaces_end(code, 0, (uint32_t)code.len));
  return joined(SLICE("\n"), slice_to(code, alike_end(code, 0, (uint32_t)code.len)), arena);
}

static bool is_text(MarkdownKind kind) {
  return kind == MARKDOWN_PARAGRAPH || kind == MARKDOWN_ITEM || kind == MARKDOWN_QUOTE;
}

// What is shown when `block`, of which `len` bytes and `rows` lines find room, is the first that is
// too long. A text is cut only where much room would stay empty.
static Slice ending_in(const Beginning *self, const MarkdownBlock *block, size_t len, uint32_t rows,
                       size_t bytes) {
  if (block->kind == MARKDOWN_TABLE && rows >= ROWS_LEAST) return up_to(self, block, len);
  if (block->kind == MARKDOWN_CODE && rows >= ROWS_LEAST)
    return joined(up_to(self, block, len), closing_fence(block->text, self->arena), self->arena);
  if (is_text(block->kind) && self->end < bytes / 2)
    return joined(up_to(self, block, 0),
                  markdown_shortened(block->text, bytes - self->end, self->arena), self->arena);
  return slice_to(self->text, self->end);
}

Slice markdown_beginning(Slice text, MarkdownRoom room, Arena *arena, bool *cut) {
  Beginning self = {.text = text, .left = room, .arena = arena};
  MarkdownBlock block;
  *cut = false;
  for (Slice rest = text; markdown_next(&rest, &block);) {
    MarkdownRoom left = self.left;
    uint32_t rows;
    size_t len = taken(&left, &block, &rows);
    *cut = len < block.text.len;
    if (*cut) return ending_in(&self, &block, len, rows, room.bytes);
    self.left = left;
    if (!markdown_leads(block.kind)) self.end = up_to(&self, &block, len).len;
  }
  return text;
}

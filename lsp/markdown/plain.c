// Markdown as plain text, block by block. Lines are as long as they are: whoever shows them wraps.
#include "block.h"
#include "inline.h"
#include "markdown.h"
#include "plain_table.h"

#include <glossary/line.h>
#include <glossary/prose/seek.h>

static Slice without_blanks(Slice line) {
  return slice_from(line, spaces_end(line, 0, (uint32_t)line.len));
}

static void heading(Slice text, PlainText *out) {
  plain_inline(line_heading_text(without_blanks(text)), out);
}

// The numbers of a list stay; its bullets become ones.
static void item(Slice text, PlainText *out) {
  size_t indent = text.len - without_blanks(text).len, mark = markdown_item_mark(text);
  Slice number = slice_trim(slice_range(text, (Range){(uint32_t)indent, (uint32_t)mark}));
  plain_add(out, slice_to(text, indent));
  plain_add(out, number.len && byte_is_digit(number.ptr[0]) ? number : SLICE("\xE2\x80\xA2"));
  plain_add(out, SLICE(" "));
  plain_inline(slice_from(text, mark), out);
}

static void code(Slice text, PlainText *out) {
  Fence open = line_fence(line_next(&text));
  for (bool first = true; text.len; first = false) {
    Slice line = line_next(&text);
    if (!text.len && fence_closes(line_fence(line), open)) return;
    if (!first) plain_add(out, SLICE("\n"));
    if (line.len) plain_add(out, SLICE("    "));
    plain_add(out, line);
  }
}

static void quote(Slice text, PlainText *out) {
  for (bool first = true; text.len; first = false) {
    Slice line = without_blanks(line_next(&text));
    if (!first) plain_add(out, SLICE("\n"));
    plain_add(out, SLICE("> "));
    plain_inline(slice_trim(slice_from(line, slice_starts_with(line, SLICE(">")))), out);
  }
}

static void as_it_is(Slice text, PlainText *out) {
  plain_add(out, slice_trim(text));
}

static void paragraph(Slice text, PlainText *out) {
  plain_inline(slice_trim(text), out);
}

static void (*const writers[])(Slice text, PlainText *out) = {
    [MARKDOWN_PARAGRAPH] = paragraph, [MARKDOWN_HEADING] = heading, [MARKDOWN_ITEM] = item,
    [MARKDOWN_TABLE] = plain_table,   [MARKDOWN_CODE] = code,       [MARKDOWN_MATH] = as_it_is,
    [MARKDOWN_QUOTE] = quote,         [MARKDOWN_RULE] = as_it_is,   [MARKDOWN_COMMENT] = paragraph,
};

// Only what is running text is read on without an empty line.
static bool needs_room(const MarkdownBlock *block, MarkdownKind previous) {
  bool item_behind_text =
      block->kind == MARKDOWN_ITEM && (previous == MARKDOWN_ITEM || previous == MARKDOWN_PARAGRAPH);
  bool both_text = block->kind == MARKDOWN_PARAGRAPH && previous == MARKDOWN_PARAGRAPH;
  return block->apart || !(item_behind_text || both_text);
}

// Comments to Gloss leave nothing behind, and no empty line.
static bool add_block(const MarkdownBlock *block, MarkdownKind previous, PlainText *out) {
  size_t before = out->len;
  if (before) plain_add(out, needs_room(block, previous) ? SLICE("\n\n") : SLICE("\n"));
  size_t start = out->len;
  writers[block->kind](block->text, out);
  bool any = out->len > start;
  if (!any) out->len = before;
  return any;
}

Slice markdown_plain(Slice text, Arena *arena) {
  PlainText out = {0};
  MarkdownBlock block;
  MarkdownKind previous = MARKDOWN_PARAGRAPH;
  while (markdown_next(&text, &block))
    if (add_block(&block, previous, &out)) previous = block.kind;
  Slice plain = arena_copy(arena, slice_new(out.items, out.len));
  array_free(&out);
  return plain;
}

#include "block.h"

#include <glossary/line.h>
#include <glossary/prose/seek.h>
#include <glossary/starts.h>

static Slice without_indent(Slice line) {
  return slice_from(line, spaces_end(line, 0, (uint32_t)line.len));
}

size_t markdown_item_mark(Slice line) {
  uint32_t len = (uint32_t)line.len, start = spaces_end(line, 0, len);
  ListMark mark = starts_item(slice_range(line, (Range){start, line_end(line, start, len)}));
  return mark.len ? spaces_end(line, start + mark.len, len) : 0;
}

static MarkdownKind kind_of(Slice whole) {
  static const struct {
    const char *sign;
    MarkdownKind kind;
  } signs[] = {{"|", MARKDOWN_TABLE},
               {"$$", MARKDOWN_MATH},
               {">", MARKDOWN_QUOTE},
               {"<!--", MARKDOWN_COMMENT}};
  Slice line = without_indent(whole);
  if (line_fence(whole).mark) return MARKDOWN_CODE;
  if (starts_heading(line)) return MARKDOWN_HEADING;
  if (starts_break(line)) return MARKDOWN_RULE;
  if (markdown_item_mark(line)) return MARKDOWN_ITEM;
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (slice_starts_with(line, slice_of(signs[i].sign))) return signs[i].kind;
  return MARKDOWN_PARAGRAPH;
}

// Whether a paragraph, an item or a quote goes on in `line`. A number other than 1 begins no list
// inside a paragraph.
static bool is_more_text(MarkdownKind kind, Slice line) {
  if (line_is_blank(line)) return false;
  MarkdownKind next = kind_of(line);
  if (next == MARKDOWN_QUOTE) return kind == MARKDOWN_QUOTE;
  Slice mark = without_indent(line);
  bool number = next == MARKDOWN_ITEM && byte_is_digit(mark.ptr[0]);
  if (number && kind == MARKDOWN_PARAGRAPH) return mark.ptr[0] != '1' || byte_is_digit(mark.ptr[1]);
  return next == MARKDOWN_PARAGRAPH;
}

static bool closes_math(Slice line, bool first) {
  uint32_t from = first ? spaces_end(line, 0, (uint32_t)line.len) + 2 : 0, end = (uint32_t)line.len;
  return from <= end && seek(line, from, end, SLICE("$$")) < end;
}

typedef struct {
  MarkdownKind kind;
  Fence fence;
  bool closed;
} Opened;

// Whether the block that was opened has `line` too.
static bool goes_on(Opened *self, Slice line) {
  switch (self->kind) {
  case MARKDOWN_TABLE:
    return kind_of(line) == MARKDOWN_TABLE;
  case MARKDOWN_CODE:
    if (self->closed) return false;
    self->closed = fence_closes(line_fence(line), self->fence);
    return true;
  case MARKDOWN_MATH:
    if (self->closed || line_is_blank(line)) return false;
    self->closed = closes_math(line, false);
    return true;
  case MARKDOWN_HEADING:
  case MARKDOWN_RULE:
    return false;
  default:
    return is_more_text(self->kind, line);
  }
}

static bool skip_empty_lines(Slice *rest) {
  bool any = false;
  for (Slice ahead = *rest; ahead.len && line_is_blank(line_next(&ahead)); *rest = ahead)
    any = true;
  return any;
}

// A comment ends behind its sign, wherever that stands. What follows on its line is a block too.
static Slice comment_in(Slice *rest) {
  uint32_t len = (uint32_t)rest->len;
  Slice comment = slice_to(*rest, seek_behind(*rest, 0, len, SLICE("-->")));
  *rest = slice_from(*rest, comment.len);
  Slice behind = *rest;
  if (line_is_blank(line_next(&behind))) *rest = behind;
  return comment;
}

bool markdown_next(Slice *rest, MarkdownBlock *block) {
  block->apart = skip_empty_lines(rest);
  if (!rest->len) return false;
  Slice from = *rest, line = line_next(rest);
  Opened opened = {.kind = kind_of(line), .fence = line_fence(line)};
  opened.closed = opened.kind == MARKDOWN_MATH && closes_math(line, true);
  for (Slice ahead = *rest; ahead.len && opened.kind != MARKDOWN_COMMENT; *rest = ahead) {
    Slice next = line_next(&ahead);
    if (!goes_on(&opened, next)) break;
    line = next;
  }
  block->kind = opened.kind;
  block->text = slice_to(from, (size_t)(line.ptr - from.ptr) + line.len);
  if (opened.kind != MARKDOWN_COMMENT) return true;
  *rest = from;
  block->text = comment_in(rest);
  return true;
}

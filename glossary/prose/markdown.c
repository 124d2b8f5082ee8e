// Markdown through md4c, which hands us every piece of running text by a pointer into its input.
#include "languages.h"

#include "../line.h"

#include <md4c.h>

typedef struct {
  Slice text;
  Prose *prose;
  PartLink link;    // of the next part
  uint32_t end;     // of the last part
  Slice target;     // of the link we are in; empty outside
  Array(char) made; // holds the target where it is not in the text
} Reader;

static void part_from(Reader *self, PartLink link) {
  if (link > self->link) self->link = link;
}

// --- blocks and spans ---

static int on_block(MD_BLOCKTYPE type, void *detail, void *context) {
  (void)type, (void)detail;
  part_from(context, PART_APART);
  return 0;
}

// A target with escapes is made by md4c and gone when its callback returns.
static Slice keep_target(Reader *self, Slice target) {
  uintptr_t first = (uintptr_t)self->text.ptr, start = (uintptr_t)target.ptr;
  if (start >= first && start + target.len <= first + self->text.len) return target;
  self->made.len = 0;
  array_append(&self->made, target.ptr, target.len);
  return slice_new(self->made.items, self->made.len);
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *context) {
  Reader *self = context;
  if (type != MD_SPAN_A) return 0;
  const MD_SPAN_A_DETAIL *link = detail;
  self->target = keep_target(self, slice_new(link->href.text, link->href.size));
  return 0;
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *context) {
  (void)detail;
  Reader *self = context;
  if (type == MD_SPAN_A) self->target = (Slice){0};
  return 0;
}

// --- text ---

// `<https://x.org>`, `www.x.org`, `me@x.org`: the text is the target, but for a scheme put before
// it.
static bool is_bare_address(const Reader *self, Slice piece) {
  return self->target.len && slice_ends_with(self->target, piece) &&
         (memchr(piece.ptr, '.', piece.len) || memchr(piece.ptr, ':', piece.len));
}

// Never true for what stands in the input in order; md4c has constants of its own for some breaks.
static bool is_foreign(const Reader *self, Slice piece) {
  uintptr_t first = (uintptr_t)self->text.ptr, start = (uintptr_t)piece.ptr;
  return start < first + self->end || start + piece.len > first + self->text.len;
}

static void add_part(Reader *self, Slice piece) {
  if (!piece.len) return;
  if (is_foreign(self, piece) || is_bare_address(self, piece)) {
    part_from(self, PART_APART);
    return;
  }
  Range range = range_of(self->text, piece);
  *array_push(&self->prose->parts) = (Part){range, self->link};
  self->link = PART_JOINED;
  self->end = range.end;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *ptr, MD_SIZE len, void *context) {
  Reader *self = context;
  if (type == MD_TEXT_NORMAL)
    add_part(self, slice_new(ptr, len));
  else
    part_from(self, type == MD_TEXT_BR || type == MD_TEXT_SOFTBR ? PART_SPACED : PART_APART);
  return 0;
}

// --- front matter ---

// Without blanks at its end.
static Slice next_line(Slice *rest) {
  Slice line = line_next(rest);
  while (line.len && byte_is_blank(line.ptr[line.len - 1])) line.len--;
  return line;
}

// The length of the settings between two `---` (or `+++`) lines at the very top; 0 when there are
// none.
static uint32_t front_matter_len(Slice text) {
  Slice rest = text, fence = next_line(&rest);
  if (!slice_eq(fence, SLICE("---")) && !slice_eq(fence, SLICE("+++"))) return 0;
  while (rest.len)
    if (slice_eq(next_line(&rest), fence)) return (uint32_t)(text.len - rest.len);
  return 0;
}

void prose_read_markdown(Slice text, Prose *prose) {
  static const MD_PARSER parser = {
      .flags = MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS | MD_FLAG_WIKILINKS,
      .enter_block = on_block,
      .leave_block = on_block,
      .enter_span = on_enter_span,
      .leave_span = on_leave_span,
      .text = on_text,
  };
  uint32_t skipped = front_matter_len(text);
  Reader reader = {.text = text, .prose = prose, .link = PART_APART, .end = skipped};
  size_t before = prose->parts.len;
  Slice body = slice_from(text, skipped);
  int failed = md_parse(body.ptr, (MD_SIZE)body.len, &parser, &reader);
  array_free(&reader.made);
  if (!failed) return;
  prose->parts.len = before;
  prose_read_plain(text, prose);
}

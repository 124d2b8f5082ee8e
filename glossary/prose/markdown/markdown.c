// Markdown through md4c, which hands us every piece of running text by a pointer into its input.
#include "markdown.h"

#include "../html/entity.h"
#include "../html/html.h"
#include "../languages.h"

#include "line.h"

#include <md4c.h>

typedef struct {
  Slice text;
  Writer out;
  Html html;    // what raw HTML is open
  uint32_t end; // of the last piece that stands in the input
} Reader;

// --- blocks and spans ---

static int on_block(MD_BLOCKTYPE type, void *detail, void *context) {
  (void)type, (void)detail;
  Reader *self = context;
  write_break(&self->out, PART_APART);
  html_reset(&self->html);
  return 0;
}

// The text of an image stands beside the sentence, not in it.
static int on_span(MD_SPANTYPE type, void *detail, void *context) {
  (void)detail;
  Reader *self = context;
  if (type == MD_SPAN_IMG) write_break(&self->out, PART_APART);
  return 0;
}

// --- text ---

// Never true for what stands in the input in order; md4c has constants of its own for some breaks.
static bool is_foreign(const Reader *self, Slice piece) {
  uintptr_t first = (uintptr_t)self->text.ptr, start = (uintptr_t)piece.ptr;
  return start < first + self->end || start + piece.len > first + self->text.len;
}

static void on_entity(Reader *self, Slice entity) {
  write_break(&self->out, entity.len > 2 ? entity_link(entity) : PART_APART);
}

static void on_piece(Reader *self, MD_TEXTTYPE type, Slice piece) {
  Range range = range_of(self->text, piece);
  self->end = range.end;
  if (type == MD_TEXT_HTML) {
    html_feed(&self->html, range);
    return;
  }
  if (self->html.hidden)
    write_break(&self->out, PART_APART);
  else
    write_text(&self->out, range.start, range.end);
}

// Breaks, code, and what md4c makes up itself: line ends inside HTML, a character it replaces.
static void on_break(Reader *self, MD_TEXTTYPE type) {
  bool line_end = type == MD_TEXT_BR || type == MD_TEXT_SOFTBR || type == MD_TEXT_HTML;
  write_break(&self->out, line_end ? PART_SPACED : PART_APART);
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *ptr, MD_SIZE len, void *context) {
  Reader *self = context;
  Slice piece = slice_new(ptr, len);
  bool shown = type == MD_TEXT_NORMAL || type == MD_TEXT_HTML;
  if (type == MD_TEXT_ENTITY)
    on_entity(self, piece);
  else if (!shown || is_foreign(self, piece))
    on_break(self, type);
  else if (len)
    on_piece(self, type, piece);
  return 0;
}

// --- documents ---

static const char *const FENCES[] = {"---", "+++", ";;;"};

static Slice next_line(Slice *rest) {
  Slice line = line_next(rest);
  while (line.len && byte_is_blank(line.ptr[line.len - 1])) line.len--;
  return line;
}

static bool is_fence(Slice line) {
  for (size_t i = 0; i < sizeof FENCES / sizeof *FENCES; i++)
    if (slice_eq(line, slice_of(FENCES[i]))) return true;
  return false;
}

uint32_t front_matter_len(Slice text) {
  Slice rest = text;
  if (slice_starts_with(rest, BYTE_ORDER_MARK)) rest = slice_from(rest, BYTE_ORDER_MARK.len);
  Slice fence = next_line(&rest);
  if (!is_fence(fence)) return 0;
  while (rest.len) {
    Slice line = next_line(&rest);
    bool ends = slice_eq(line, fence) || (fence.ptr[0] == '-' && slice_eq(line, SLICE("...")));
    if (ends) return (uint32_t)(text.len - rest.len);
  }
  return 0;
}

static int parse(Draft *draft, uint32_t start, unsigned flags, Prose *prose) {
  const MD_PARSER parser = {
      .flags = MARKDOWN_FLAGS | flags,
      .enter_block = on_block,
      .leave_block = on_block,
      .enter_span = on_span,
      .leave_span = on_span,
      .text = on_text,
  };
  Slice body = draft_body(draft, start);
  Reader reader = {.text = draft_text(draft), .out = writer_new(prose), .end = start};
  reader.html = html_new(reader.text, &reader.out);
  return md_parse(body.ptr, (MD_SIZE)body.len, &parser, &reader);
}

void markdown_read_draft(Draft *draft, uint32_t start, unsigned flags, Prose *prose) {
  size_t first = prose->parts.len, remarks = prose->remarks.len;
  if (parse(draft, start, flags, prose)) {
    prose->parts.len = first;
    prose->remarks.len = remarks;
    prose_read_plain(draft->text, prose);
    return;
  }
  cuts_apply(&draft->cuts, prose, first);
  cuts_apply(&draft->lines, prose, first);
  markdown_take_marks(draft->text, prose, first);
}

void prose_read_markdown(Slice text, Prose *prose) {
  Draft draft = {.text = text};
  uint32_t start = front_matter_len(text);
  draft_lines(&draft, start);
  draft_reasons(&draft, start);
  markdown_read_draft(&draft, start, 0, prose);
  draft_free(&draft);
}

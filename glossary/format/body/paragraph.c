// Paragraphs: their lines kept, or filled anew where that changes nothing.
#include "paragraph.h"

#include "../../line.h"
#include "../../starts.h"
#include "html_start.h"

// --- lines as they are ---

// Whether the last `open` of the text has no `close` behind it.
static bool leaves_open(Slice text, Slice open, Slice close) {
  uint32_t end = (uint32_t)text.len, at = 0, last = end;
  while ((at = seek(text, at, end, open)) < end) last = at, at += (uint32_t)open.len;
  return last < end && seek(text, last + (uint32_t)open.len, end, close) == end;
}

// What goes on in the next line is a link's target, or a comment, to some readers only as long as
// this one ends as it does.
static bool goes_on(Slice text) {
  return leaves_open(text, SLICE("]("), SLICE(")")) ||
         leaves_open(text, SLICE("<!--"), SLICE("-->"));
}

// Two blanks or more end a line for good, and so does a backslash, unless a blank stands behind it.
// Beside backticks a blank may be code, and the target of a link that begins in blanks is none to
// md4c. A tab behind a backtick is one to md4c even at the end of all.
Slice end_trimmed(const BlockLine *line, Slice text, bool last) {
  size_t len = text.len;
  while (len && (text.ptr[len - 1] == ' ' || text.ptr[len - 1] == '\t')) len--;
  bool hard = text.len >= len + 2 && text.ptr[text.len - 1] == ' ' && text.ptr[text.len - 2] == ' ';
  bool odd = len && text.ptr[len - 1] == '`' && memchr(text.ptr + len, '\t', text.len - len);
  if (last) return odd ? text : slice_to(text, len);
  if (len == text.len) return text;
  bool kept = (len && byte_is_one_of(text.ptr[len - 1], "\\`(")) || goes_on(slice_to(text, len));
  bool above_code = slice_starts_with(start_trimmed(line + 1), SLICE("`"));
  return hard || kept || above_code ? text : slice_to(text, len);
}

bool would_begin(Slice text) {
  return text.ptr[0] == '>' || starts_break(text) || starts_heading(text) ||
         line_fence(text).mark || starts_item(text).len || starts_underline(text) ||
         (starts_html(text) && starts_html(text) != HTML_ANY_TAG);
}

bool is_sheltered(const BlockLine *line) {
  return (line->lazy || line->indent >= CODE_INDENT) && would_begin(start_trimmed(line));
}

static void write_text_line(Writer *self, Slice text, bool sheltered) {
  writer_begin(self);
  if (sheltered) layout_add(self->out, SLICE("    "));
  layout_add(self->out, text);
  writer_end(self);
}

static void keep_lines(Writer *self, const Block *block) {
  bool in_math = false;
  for (uint32_t i = 0; i < block->line_count; i++) {
    const BlockLine *line = writer_lines(self, block) + i;
    bool sheltered = i && is_sheltered(line), last = i + 1 == block->line_count;
    bool raw = i && in_math && !sheltered;
    Slice text = raw ? line->text : start_trimmed(line);
    write_text_line(self, raw && !last ? text : end_trimmed(line, text, last), sheltered);
    in_math ^= flips_math(line->text);
  }
}

// --- which paragraphs are filled ---

// Lines that mean something as lines: to readers of other dialects, or since they are rows.
static bool is_line_of_its_own(Slice text, bool first) {
  static const char *const OPENERS[] = {":", "|", "]", "!!!", "???", "```", "~~~", "===", "[^"};
  if (!first && starts_table(text, 1)) return true;
  for (size_t i = 0; i < sizeof OPENERS / sizeof *OPENERS; i++)
    if (slice_starts_with(text, slice_of(OPENERS[i]))) return true;
  return false;
}

static bool may_fill(const Writer *self, const Block *block) {
  const BlockLine *lines = writer_lines(self, block);
  if (is_task_mark(slice_trim(lines->text)) || may_define(self->blocks, block)) return false;
  for (uint32_t i = 0; i < block->line_count; i++) {
    if (is_line_of_its_own(start_trimmed(lines + i), i == 0)) return false;
  }
  return true;
}

// --- what readers differ about ---

// Behind the mark of an item, `--` would be a break.
static bool is_like_marks(const Writer *self, const Block *block) {
  return self->open && slice_is_made_of(start_trimmed(writer_lines(self, block)), "-*_ \t");
}

// A tab is among the blanks at its end.
static bool ends_in_tab(Slice text) {
  size_t len = text.len;
  while (len && text.ptr[len - 1] == ' ') len--;
  return len && text.ptr[len - 1] == '\t';
}

// A tab at the end of a line may keep it from defining a link.
static bool is_undefined_by_tab(const Writer *self, const Block *block) {
  const BlockLine *lines = writer_lines(self, block);
  if (!slice_starts_with(start_trimmed(lines), SLICE("["))) return false;
  for (uint32_t i = 0; i < block->line_count; i++)
    if (ends_in_tab(lines[i].text)) return true;
  return false;
}

void write_paragraph(Writer *self, const Block *block) {
  if (is_like_marks(self, block) || is_undefined_by_tab(self, block)) self->unsure = true;
  bool filled = self->style->wrap != WRAP_KEEP && may_fill(self, block);
  if (!filled || !fill_paragraph(self, block)) keep_lines(self, block);
}

// MDX: Markdown with modules, expressions and components in it. They are written over in a copy, so
// that Markdown sees plain tags where components stand.
#include "markdown.h"

#include "../languages.h"
#include "../remark.h"
#include "../seek.h"

#include <md4c.h>

typedef struct {
  Draft draft;
  Slice text;
  Prose *prose;
  uint32_t at;
  uint32_t paragraph; // where the paragraph ends that was asked for last
  bool open_ended;    // a bracket closes nowhere: from now on one has to close in its paragraph
  uint32_t no_brace;  // no brace that opens before here closes
  uint32_t no_code;   // no code that opens before here closes
  uint32_t no_html;   // no `<!--` that stands before here closes
} Mdx;

// --- brackets ---

// Kept, because many places of one paragraph ask for it.
static uint32_t paragraph_end(Mdx *self, uint32_t at) {
  if (at < self->paragraph) return self->paragraph;
  for (; at < self->text.len; at++) {
    if (is_above_empty_line(slice_from(self->text, at))) break;
  }
  return self->paragraph = at;
}

// Behind the string or comment at `at`; `at` when there is none.
static uint32_t skip_literal(const Mdx *self, uint32_t at, uint32_t end) {
  char quote = self->text.ptr[at];
  Slice rest = slice_range(self->text, (Range){at, end});
  if (slice_starts_with(rest, SLICE("/*")))
    return seek_behind(self->text, at + 2, end, SLICE("*/"));
  if (quote != '"' && quote != '\'' && quote != '`') return at;
  uint32_t from = at;
  for (at++; at < end && self->text.ptr[at] != quote; at++) {
    if (self->text.ptr[at] == '\n' && quote != '`') return from;
    if (self->text.ptr[at] == '\\') at++;
  }
  return at < end ? at + 1 : end;
}

// Behind the bracket that closes the one at `at`; 0: it does not close before `end`.
static uint32_t bracket_end(const Mdx *self, uint32_t at, uint32_t end) {
  for (uint32_t depth = 0; at < end;) {
    uint32_t next = skip_literal(self, at, end);
    if (next > at) {
      at = next;
      continue;
    }
    char c = self->text.ptr[at++];
    if (c == '\\') at++;
    if (c == '{' || c == '(' || c == '[') depth++;
    if ((c == '}' || c == ')' || c == ']') && --depth == 0) return at;
  }
  return 0;
}

static uint32_t brace_end(Mdx *self, uint32_t at) {
  if (at < self->no_brace) return 0;
  uint32_t end = self->open_ended ? 0 : bracket_end(self, at, (uint32_t)self->text.len);
  if (end) return end;
  self->open_ended = true;
  uint32_t paragraph = paragraph_end(self, at);
  end = bracket_end(self, at, paragraph);
  if (!end) self->no_brace = paragraph;
  return end;
}

// --- what is written over ---

static bool is_module(Slice rest) {
  return slice_starts_with(rest, SLICE("import ")) || slice_starts_with(rest, SLICE("export "));
}

// Up to the first empty line outside of brackets.
static void take_module(Mdx *self) {
  uint32_t end = paragraph_end(self, self->at);
  for (uint32_t at = self->at; at < end; at++) {
    if (!byte_is_one_of(self->text.ptr[at], "{([")) continue;
    uint32_t close = self->open_ended ? 0 : bracket_end(self, at, (uint32_t)self->text.len);
    if (!close) self->open_ended = true;
    if (close) at = close - 1;
    if (close > end) end = paragraph_end(self, close);
  }
  draft_write(&self->draft, (Range){self->at, end}, SLICE(""), ' ');
  self->at = end;
}

static void take_out(Mdx *self, uint32_t end, PartLink link) {
  Range range = {self->at, end};
  draft_write(&self->draft, range, SLICE(""), 'x');
  *array_push(&self->draft.cuts) = (Cut){range, link};
  self->at = end;
}

// `{/* comment */}`
static void see_comment(Mdx *self, Range expression) {
  Slice inside =
      slice_trim(slice_range(self->text, (Range){expression.start + 1, expression.end - 1}));
  Slice close = SLICE("*/");
  if (!slice_starts_with(inside, SLICE("/*")) || !slice_ends_with(inside, close)) return;
  Range comment = range_of(self->text, inside);
  Range content = {comment.start + 2, comment.end - (uint32_t)close.len};
  bool alone = seek_behind(self->text, content.start, comment.end, close) == comment.end;
  if (alone) remark_add(self->prose, self->text, expression, content);
}

static void take_expression(Mdx *self) {
  uint32_t end = brace_end(self, self->at);
  if (!end) {
    self->at++;
    return;
  }
  see_comment(self, (Range){self->at, end});
  take_out(self, end, PART_APART);
}

// MDX knows no `<!-- comment -->`, but who comes from Markdown writes it. False: there is none, or
// none for Gloss, and Markdown sees what it is.
static bool take_html_comment(Mdx *self) {
  Slice open = SLICE("<!--"), close = SLICE("-->");
  if (self->at < self->no_html || !slice_starts_with(slice_from(self->text, self->at), open))
    return false;
  uint32_t inside = self->at + (uint32_t)open.len, stop = paragraph_end(self, self->at);
  uint32_t end = seek_behind(self->text, inside, stop, close);
  bool closed = end - inside >= close.len && slice_ends_with(slice_to(self->text, end), close);
  if (!closed) self->no_html = stop;
  Range content = {inside, end - (uint32_t)close.len};
  if (!closed || !remark_add(self->prose, self->text, (Range){self->at, end}, content))
    return false;
  take_out(self, end, PART_JOINED);
  return true;
}

static bool is_component(char c) {
  return byte_is_alnum(c) || byte_is_one_of(c, ".:-_");
}

// Behind the `>` of the tag whose attributes begin at `at`; 0: it is none.
static uint32_t tag_end(Mdx *self, uint32_t at) {
  while (at < self->text.len && self->text.ptr[at] != '<') {
    if (self->text.ptr[at] == '>') return at + 1;
    uint32_t next = at + 1;
    if (self->text.ptr[at] == '{') {
      if (!(next = brace_end(self, at))) return 0;
    } else if (byte_is_one_of(self->text.ptr[at], "\"'")) {
      const char *quote = memchr(self->text.ptr + next, self->text.ptr[at], self->text.len - next);
      if (!quote) return 0;
      next = (uint32_t)(quote - self->text.ptr) + 1;
    }
    at = next;
  }
  return 0;
}

// A tag without attributes, by a name that Markdown knows for one.
static void plain_tag(Mdx *self, uint32_t name, uint32_t attributes, uint32_t end) {
  Slice component = slice_range(self->text, (Range){name, attributes});
  for (size_t i = 0; i < component.len; i++)
    if (!byte_is_alnum(component.ptr[i])) {
      draft_write(&self->draft, (Range){name, attributes}, SLICE(""), 'x');
      break;
    }
  if (end > attributes) draft_write(&self->draft, (Range){attributes, end}, SLICE(""), ' ');
}

static void take_tag(Mdx *self) {
  uint32_t start = self->at++, name = start + 1;
  if (name < self->text.len && self->text.ptr[name] == '/') name++;
  if (name >= self->text.len ||
      !(byte_is_letter(self->text.ptr[name]) || self->text.ptr[name] == '>'))
    return;
  uint32_t rest = name;
  while (rest < self->text.len && is_component(self->text.ptr[rest])) rest++;
  uint32_t end = tag_end(self, rest);
  if (!end) return;
  if (rest == name)
    *array_push(&self->draft.cuts) = (Cut){{start, end}, PART_APART};
  else
    plain_tag(self, name, rest, end - 1 - (self->text.ptr[end - 2] == '/'));
  self->at = end;
}

// --- code stays ---

static uint32_t run_end(const Mdx *self, uint32_t at) {
  return alike_end(self->text, at, (uint32_t)self->text.len);
}

// Code between backticks of equal number in one paragraph.
static void skip_code(Mdx *self) {
  uint32_t after = run_end(self, self->at), len = after - self->at;
  self->at = after;
  if (after < self->no_code) return;
  uint32_t end = paragraph_end(self, after);
  for (uint32_t at = after; at < end; at++) {
    if (self->text.ptr[at] != '`') continue;
    uint32_t close = run_end(self, at);
    if (close - at == len) {
      self->at = close;
      return;
    }
    at = close;
  }
  self->no_code = end;
}

static uint32_t next_line(const Mdx *self, uint32_t at) {
  return line_behind(self->text, at, (uint32_t)self->text.len);
}

static uint32_t skip_spaces(const Mdx *self, uint32_t at) {
  return spaces_end(self->text, at, (uint32_t)self->text.len);
}

static bool is_fence(const Mdx *self, uint32_t at) {
  Slice rest = slice_from(self->text, at);
  return slice_starts_with(rest, SLICE("```")) || slice_starts_with(rest, SLICE("~~~"));
}

static void skip_fence(Mdx *self, uint32_t start) {
  char mark = self->text.ptr[start];
  uint32_t len = run_end(self, start) - start;
  for (self->at = next_line(self, start); self->at < self->text.len;) {
    uint32_t at = skip_spaces(self, self->at);
    self->at = next_line(self, self->at);
    if (at < self->text.len && self->text.ptr[at] == mark && run_end(self, at) - at >= len) return;
  }
}

// --- documents ---

static void read_line(Mdx *self) {
  uint32_t start = skip_spaces(self, self->at);
  if (is_fence(self, start)) {
    skip_fence(self, start);
    return;
  }
  if (is_module(slice_from(self->text, self->at))) take_module(self);
  while (self->at < self->text.len && !byte_is_line_end(self->text.ptr[self->at])) {
    char c = self->text.ptr[self->at];
    if (c == '`')
      skip_code(self);
    else if (c == '{')
      take_expression(self);
    else if (c == '<' && !take_html_comment(self))
      take_tag(self);
    else
      self->at += c == '\\' && self->at + 1 < self->text.len ? 2 : 1;
  }
  if (self->at < self->text.len) self->at++;
}

void prose_read_mdx(Slice text, Prose *prose) {
  uint32_t start = front_matter_len(text);
  Mdx self = {.draft = {.text = text}, .text = text, .prose = prose, .at = start};
  while (self.at < text.len) read_line(&self);
  size_t remarks = prose->remarks.len;
  draft_lines(&self.draft, start);
  markdown_read_draft(&self.draft, start, MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS,
                      prose);
  prose->remarks.len = remarks; // Markdown may take for a comment what stands in one of them
  draft_free(&self.draft);
}

// HTML by its tokens: tags, comments and character references, however they nest.
#include "html.h"

#include "../languages.h"
#include "../remark.h"
#include "../seek.h"
#include "element.h"
#include "entity.h"

Html html_new(Slice text, Writer *out) {
  return (Html){.text = text, .out = out};
}

void html_reset(Html *self) {
  self->place = HTML_TEXT;
  self->hidden = NULL;
}

// --- text ---

// The end of a run of blanks that holds an empty line, which is no more than a space in HTML;
// `start` when the blanks there hold none.
static uint32_t empty_lines_end(const Html *self, uint32_t start, uint32_t end) {
  uint32_t at = start, lines = 0;
  for (; at < end && byte_is_blank(self->text.ptr[at]); at++) lines += self->text.ptr[at] == '\n';
  return lines > 1 ? at : start;
}

static void write_run(Html *self, uint32_t start, uint32_t end) {
  if (self->hidden) return;
  for (uint32_t at = start; at < end;) {
    const char *line = memchr(self->text.ptr + at, '\n', end - at);
    if (!line) break;
    at = (uint32_t)(line - self->text.ptr);
    uint32_t next = empty_lines_end(self, at, end);
    if (next > at) {
      write_visible(self->out, self->text, start, at);
      write_break(self->out, PART_SPACED);
      start = next;
    }
    at = next > at ? next : at + 1;
  }
  write_visible(self->out, self->text, start, end);
}

// --- tags ---

static bool is_hidden_element(const HtmlElement *element) {
  return element->inside != ELEMENT_SHOWN;
}

// Inside code, only its own tags count, but a block ends what cannot hold one.
static void pass_tag_inside(Html *self, bool empty) {
  bool own = self->element == self->hidden;
  if (own && self->closing)
    self->depth--;
  else if (own && !empty)
    self->depth++;
  else if (self->hidden->inside == ELEMENT_HIDDEN && self->element->link == PART_APART &&
           !is_hidden_element(self->element))
    self->depth = 0;
  if (!self->depth) self->hidden = NULL;
}

static void enter_hidden(Html *self) {
  self->hidden = self->element;
  self->depth = 1;
}

static void end_tag(Html *self) {
  bool empty = self->last == '/';
  self->place = HTML_TEXT;
  write_break(self->out, self->element->link);
  if (self->hidden)
    pass_tag_inside(self, empty);
  else if (is_hidden_element(self->element) && !self->closing && !empty)
    enter_hidden(self);
}

// A quote opens a value only after `=`.
static void read_tag_byte(Html *self, char c) {
  if (self->quote) {
    if (c == self->quote) self->quote = 0;
  } else if (c == '>') {
    end_tag(self);
    return;
  } else if ((c == '"' || c == '\'') && self->last == '=') {
    self->quote = c;
  }
  if (!byte_is_blank(c)) self->last = c;
}

static uint32_t read_tag(Html *self, uint32_t at, uint32_t end) {
  while (at < end && self->place == HTML_TAG) read_tag_byte(self, self->text.ptr[at++]);
  return at;
}

static void end_comment(Html *self, uint32_t end) {
  Range inside = {self->comment + (uint32_t)strlen("<!--"), end - (uint32_t)strlen("-->")};
  remark_add(self->out->prose, self->text, (Range){self->comment, end}, inside);
}

// Past `mark`, which ends where we are; past the piece when it is not there.
static uint32_t read_until(Html *self, uint32_t at, uint32_t end, Slice mark) {
  at = seek(self->text, at, end, mark);
  if (at == end) return end;
  at += (uint32_t)mark.len;
  if (self->place == HTML_COMMENT) end_comment(self, at);
  self->place = HTML_TEXT;
  return at;
}

// --- what a `<` opens ---

static uint32_t open_tag(Html *self, Slice rest, uint32_t at) {
  bool closing = rest.len > 1 && rest.ptr[1] == '/';
  Slice name = slice_from(rest, closing ? 2 : 1);
  if (!name.len || !(byte_is_letter(name.ptr[0]) || name.ptr[0] == '>')) return 0;
  const HtmlElement *element = html_element(name);
  bool raw = self->hidden && self->hidden->inside == ELEMENT_RAW;
  if (raw && (!closing || element != self->hidden)) return 0;
  self->place = HTML_TAG;
  self->element = element;
  self->closing = closing;
  self->quote = self->last = 0;
  return at + (closing ? 2 : 1);
}

static uint32_t open_other(Html *self, Slice rest, uint32_t at) {
  static const struct {
    const char *mark;
    HtmlPlace place;
  } OPENERS[] = {{"<!--", HTML_COMMENT},
                 {"<![CDATA[", HTML_CDATA},
                 {"<!", HTML_DECLARATION},
                 {"<?", HTML_DECLARATION}};
  if (self->hidden && self->hidden->inside == ELEMENT_RAW) return 0;
  for (size_t i = 0; i < sizeof OPENERS / sizeof *OPENERS; i++) {
    Slice mark = slice_of(OPENERS[i].mark);
    if (!slice_starts_with(rest, mark)) continue;
    self->place = OPENERS[i].place;
    self->comment = at;
    if (self->place == HTML_COMMENT) return at + (uint32_t)strlen("<!"); // `<!-->` is a whole one
    write_break(self->out, PART_APART);
    return at + (uint32_t)mark.len;
  }
  return 0;
}

// Where to go on behind the sign at `at`; 0: it is text.
static uint32_t read_sign(Html *self, uint32_t at, uint32_t end) {
  Slice rest = slice_range(self->text, (Range){at, end});
  if (rest.ptr[0] == '<') {
    uint32_t next = open_tag(self, rest, at);
    return next ? next : open_other(self, rest, at);
  }
  uint32_t len = entity_len(rest);
  if (!len || self->hidden) return 0;
  write_break(self->out, entity_link(slice_to(rest, len)));
  return at + len;
}

static bool is_sign(char c) {
  return c == '<' || c == '&';
}

static uint32_t read_text(Html *self, uint32_t start, uint32_t end) {
  for (uint32_t at = start; at < end; at++) {
    if (!is_sign(self->text.ptr[at])) continue;
    write_run(self, start, at);
    start = at;
    uint32_t next = read_sign(self, at, end);
    if (next) return next;
  }
  write_run(self, start, end);
  return end;
}

void html_feed(Html *self, Range piece) {
  static const char *const ENDS[] = {
      [HTML_COMMENT] = "-->", [HTML_DECLARATION] = ">", [HTML_CDATA] = "]]>"};
  for (uint32_t at = piece.start; at < piece.end;) {
    if (self->place == HTML_TEXT)
      at = read_text(self, at, piece.end);
    else if (self->place == HTML_TAG)
      at = read_tag(self, at, piece.end);
    else
      at = read_until(self, at, piece.end, slice_of(ENDS[self->place]));
  }
}

void prose_read_html(Slice text, Prose *prose) {
  Writer out = writer_new(prose);
  Html html = html_new(text, &out);
  html_feed(&html, (Range){0, (uint32_t)text.len});
}

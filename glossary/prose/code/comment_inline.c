// One line of a comment: code spans, tags, links and tags of HTML are cut out of its text.
#include "comment.h"

#include "../cuts.h"
#include "../html/element.h"

// Left out up to its closing mark, be it lines away.
typedef struct {
  const char *open, *close;
  bool block; // goes on over empty lines
} Region;

static const Region REGIONS[] = {
    {"```", "```", true},        {"<pre", "</pre>", true},     {"\\f[", "\\f]", true},
    {"<code", "</code>", false}, {"<c>", "</c>", false},       {"<tt>", "</tt>", false},
    {"<kbd>", "</kbd>", false},  {"<samp>", "</samp>", false}, {"-*-", "-*-", false},
    {"\\f$", "\\f$", false},     {"@f$", "@f$", false},
};
enum { REGION_COUNT = sizeof REGIONS / sizeof *REGIONS };

static Cut cut_apart(uint32_t start, uint32_t end) {
  return (Cut){{start, end}, PART_APART};
}

// --- regions ---

static uint32_t leave_braces(Comment *self, uint32_t at, uint32_t end) {
  for (; at < end && self->braces; at++)
    if (self->text.ptr[at] == '{')
      self->braces++;
    else if (self->text.ptr[at] == '}')
      self->braces--;
  return at;
}

// A fence closes where it begins a line: code has backquotes of its own.
static bool closes(const Comment *self, uint32_t at, uint32_t close) {
  if (self->closing.ptr[0] != '`') return true;
  while (at < close && byte_is_one_of(self->text.ptr[at], " \t*/#!;")) at++;
  return at == close;
}

uint32_t comment_leave_region(Comment *self, uint32_t at, uint32_t end) {
  if (self->braces) return leave_braces(self, at, end);
  uint32_t close = seek(self->text, at, end, self->closing);
  if (close == end || !closes(self, at, close)) return end;
  close += (uint32_t)self->closing.len;
  self->closing = (Slice){0};
  return close;
}

static bool opens(const Region *region, Slice rest) {
  Slice open = slice_of(region->open);
  if (!slice_starts_with(rest, open)) return false;
  return open.ptr[0] != '<' || !byte_is_letter(open.ptr[open.len - 1]) || rest.len == open.len ||
         !byte_is_letter(rest.ptr[open.len]); // <pre>, <pre class>, but no <prefix>
}

static Cut cut_region(Comment *self, uint32_t at, uint32_t end) {
  Slice rest = slice_range(self->text, (Range){at, end});
  for (size_t i = 0; i < REGION_COUNT; i++) {
    if (!opens(&REGIONS[i], rest)) continue;
    self->closing = slice_of(REGIONS[i].close);
    self->block = REGIONS[i].block;
    uint32_t inside = at + (uint32_t)strlen(REGIONS[i].open);
    return cut_apart(at, comment_leave_region(self, inside, end));
  }
  return NO_CUT;
}

// --- code spans ---

static uint32_t run_len(Slice text, uint32_t at, uint32_t end) {
  return alike_end(text, at, end) - at;
}

// How the ends of a code span are told apart: one backquote, two, or more.
static uint32_t span_kind(uint32_t len) {
  return len < 3 ? len : 3;
}

// Behind the next backquotes of that kind; 0: there are none.
static uint32_t span_end(Slice text, uint32_t at, uint32_t end, uint32_t kind) {
  while (at < end) {
    uint32_t run = text.ptr[at] == '`' ? run_len(text, at, end) : 0;
    if (run && span_kind(run) == kind) return at + run;
    at += run ? run : 1;
  }
  return 0;
}

// In `this' and `that', the second backquote ends nothing.
static bool opens_quote(Slice text, uint32_t behind, uint32_t end) {
  return byte_is_blank(text.ptr[behind - 2]) && behind < end && byte_is_name(text.ptr[behind]);
}

// A span that this line does not end is none: `quoted' so. But what leads a line may be a fence.
static Cut cut_code_span(Comment *self, uint32_t at, uint32_t end, bool leads) {
  uint32_t len = run_len(self->text, at, end);
  uint32_t behind = span_end(self->text, at + len, end, span_kind(len));
  if (behind && !opens_quote(self->text, behind, end)) return cut_apart(at, behind);
  return len > 2 && leads ? cut_region(self, at, end) : NO_CUT;
}

// --- tags ---

static bool behind_word(Slice text, uint32_t at) {
  return at > 0 && byte_is_name(text.ptr[at - 1]);
}

static Cut cut_tag(Comment *self, uint32_t at, uint32_t end, bool leads) {
  if (at + 1 >= end || behind_word(self->text, at)) return NO_CUT;
  Cut region = cut_region(self, at, end);
  if (range_len(region.range)) return region;
  TagEnd tag = comment_tag_end(self->text, at, end, leads);
  if (!tag.end) return NO_CUT;
  if (tag.code_below) self->mode = COMMENT_EXAMPLE;
  self->closing = comment_tag_closing(slice_range(self->text, (Range){at + 1, tag.end}));
  self->block = true;
  if (self->closing.len) return cut_apart(at, comment_leave_region(self, tag.end, end));
  return cut_apart(at, tag.end);
}

// `{@link Target label}`: only the label is text; of others in braces, nothing.
static Cut cut_braces(Comment *self, uint32_t at, uint32_t end) {
  Slice rest = slice_range(self->text, (Range){at, end});
  if (!slice_starts_with(rest, SLICE("{@"))) return NO_CUT;
  if (!slice_starts_with(rest, SLICE("{@link"))) {
    self->braces = 1;
    return cut_apart(at, comment_leave_region(self, at + 1, end));
  }
  uint32_t word = at;
  for (int words = 0; words < 2; words++) {
    word = blanks_end(self->text, word, end);
    while (word < end && !byte_is_blank(self->text.ptr[word]) &&
           !byte_is_one_of(self->text.ptr[word], "}|"))
      word++;
  }
  return cut_apart(at, word < end ? word + 1 : end);
}

// A tag of HTML or XML, or the types in `map<key, value>`.
// Listings begin or end their line; inside a sentence `<pre>` is a word of it.
static bool is_mentioned(const Comment *self, uint32_t at, uint32_t end) {
  enum { NEAR = 256 };
  Slice tag = SLICE("<pre>");
  if (!slice_starts_with(slice_range(self->text, (Range){at, end}), tag)) return false;
  uint32_t behind = blanks_end(self->text, at + (uint32_t)tag.len, end);
  if (behind == end || byte_is_one_of(self->text.ptr[behind], "{<")) return false;
  uint32_t near = end - behind < NEAR ? end : behind + NEAR;
  return seek(self->text, behind, near, SLICE("</pre>")) == near;
}

static Cut cut_element(Comment *self, uint32_t at, uint32_t end, bool leads) {
  bool mentioned = !leads && is_mentioned(self, at, end);
  Cut region = mentioned ? NO_CUT : cut_region(self, at, end);
  if (range_len(region.range)) return region;
  uint32_t name = at + 1 + (at + 1 < end && self->text.ptr[at + 1] == '/');
  if (name >= end || !byte_is_letter(self->text.ptr[name])) return NO_CUT;
  uint32_t close = name;
  while (close < end && self->text.ptr[close] != '>' && self->text.ptr[close] != '<') close++;
  if (close == end || self->text.ptr[close] != '>') return NO_CUT;
  return (Cut){{at, close + 1}, html_element(slice_range(self->text, (Range){name, close}))->link};
}

// --- the markup of doc strings ---

// `:class:` of ``:class:`Name` ``; at the line's beginning also `:param int name:`.
static Cut cut_role(Comment *self, uint32_t at, uint32_t end, bool leads) {
  enum { LONGEST = 40 };
  uint32_t close = at + 1;
  if (close >= end || !byte_is_letter(self->text.ptr[close])) return NO_CUT;
  while (close < end && close - at < LONGEST &&
         (byte_is_name(self->text.ptr[close]) || byte_is_one_of(self->text.ptr[close], ":-+")))
    close++;
  if (close < end && self->text.ptr[close] == '`' && self->text.ptr[close - 1] == ':')
    return cut_apart(at, close);
  if (!leads) return NO_CUT;
  Slice name = slice_range(self->text, (Range){at, end});
  if (slice_starts_with(name, SLICE(":type ")) || slice_starts_with(name, SLICE(":rtype:")))
    return cut_apart(at, end);
  const char *colon = memchr(self->text.ptr + at + 1, ':', end - at - 1);
  if (!colon) return NO_CUT;
  uint32_t behind = (uint32_t)(colon - self->text.ptr) + 1;
  return behind == end || byte_is_blank(self->text.ptr[behind]) ? cut_apart(at, behind) : NO_CUT;
}

// The target of `[label](target)`.
static Cut cut_target(Comment *self, uint32_t at, uint32_t end) {
  if (at + 1 >= end || self->text.ptr[at + 1] != '(') return NO_CUT;
  uint32_t close = at + 2;
  while (close < end && !byte_is_blank(self->text.ptr[close]) &&
         !byte_is_one_of(self->text.ptr[close], "()"))
    close++;
  return close < end && self->text.ptr[close] == ')' ? (Cut){{at, close + 1}, PART_JOINED} : NO_CUT;
}

// `**strong**`: marks that stand at one side of a word. In `a * b` and `a*b` they are signs.
static Cut cut_stars(Comment *self, uint32_t at, uint32_t end) {
  uint32_t behind = at + run_len(self->text, at, end);
  bool open = behind < end && byte_is_name(self->text.ptr[behind]) && !behind_word(self->text, at);
  bool close =
      behind_word(self->text, at) && (behind == end || !byte_is_name(self->text.ptr[behind]));
  return open || close ? (Cut){{at, behind}, PART_JOINED} : NO_CUT;
}

// `text  # noqa`
static Cut cut_directive(Comment *self, uint32_t at, uint32_t end) {
  uint32_t start = blanks_end(self->text, at + 1, end);
  Slice rest = slice_range(self->text, (Range){start, end});
  return comment_is_directive(rest) ? cut_apart(at, end) : NO_CUT;
}

// --- a line ---

static Cut cut_at(Comment *self, uint32_t at, uint32_t end, bool leads) {
  switch (self->text.ptr[at]) {
  case '`':
    return cut_code_span(self, at, end, leads);
  case '@':
  case '\\':
    return cut_tag(self, at, end, leads);
  case '{':
    return cut_braces(self, at, end);
  case '<':
    return cut_element(self, at, end, leads);
  case ':':
    return cut_role(self, at, end, leads);
  case ']':
    return cut_target(self, at, end);
  case '*':
    return cut_stars(self, at, end);
  case '#':
    return cut_directive(self, at, end);
  case '-':
    return cut_region(self, at, end);
  }
  return NO_CUT;
}

static bool is_mark(char c) {
  static const bool marks[256] = {
      ['`'] = 1, ['@'] = 1, ['\\'] = 1, ['{'] = 1, ['<'] = 1,
      [':'] = 1, [']'] = 1, ['*'] = 1,  ['#'] = 1, ['-'] = 1,
  };
  return marks[(unsigned char)c];
}

void comment_read_inline(Comment *self, Range line) {
  uint32_t from = line.start, at = line.start;
  while (at < line.end) {
    bool mark = is_mark(self->text.ptr[at]);
    Cut cut = mark ? cut_at(self, at, line.end, at == line.start) : NO_CUT;
    if (range_len(cut.range)) {
      write_visible(&self->out, self->text, from, at);
      write_break(&self->out, cut.link);
      from = at = cut.range.end;
    } else {
      at = mark ? alike_end(self->text, at, line.end) : at + 1; // one run of marks is one thing
    }
  }
  write_visible(&self->out, self->text, from, line.end);
}

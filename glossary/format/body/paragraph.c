// Paragraphs: their lines kept, or their words filled into lines anew.
#include "../../base/charclass.h"
#include "../../base/utf.h"
#include "../../prose/seek.h"
#include "spans.h"
#include "starts.h"
#include "writer.h"

// --- lines as they are ---

static Slice start_trimmed(const BlockLine *line) {
  return slice_from(line->text, spaces_end(line->text, 0, (uint32_t)line->text.len));
}

// Two blanks or more end a line for good, and so does a backslash, unless a blank stands behind it.
// Beside backticks a blank may be code.
static Slice end_trimmed(const BlockLine *line, Slice text, bool last) {
  size_t len = text.len;
  while (len && (text.ptr[len - 1] == ' ' || text.ptr[len - 1] == '\t')) len--;
  bool hard = text.len >= len + 2 && text.ptr[text.len - 1] == ' ' && text.ptr[text.len - 2] == ' ';
  if (last) return slice_to(text, len);
  bool kept = len && byte_is_one_of(text.ptr[len - 1], "\\`");
  bool above_code = slice_starts_with(start_trimmed(line + 1), SLICE("`"));
  return hard || kept || above_code ? text : slice_to(text, len);
}

// What would begin a block of its own were it not indented as deep as code.
static bool would_begin(Slice text) {
  return text.ptr[0] == '>' || starts_break(text) || starts_heading(text) ||
         starts_fence(text).mark || starts_item(text).len || starts_underline(text) ||
         starts_html(text);
}

static void write_text_line(Writer *self, Slice text, bool sheltered) {
  writer_begin(self);
  if (sheltered) layout_add(self->out, SLICE("    "));
  layout_add(self->out, text);
  writer_end(self);
}

static bool flips_math(Slice text) {
  bool open = false;
  uint32_t len = (uint32_t)text.len;
  for (uint32_t at = 0; (at = seek(text, at, len, SLICE("$$"))) < len; at += 2) open = !open;
  return open;
}

static bool is_sheltered(const BlockLine *line) {
  return (line->lazy || line->indent >= CODE_INDENT) && would_begin(start_trimmed(line));
}

static void keep_lines(Writer *self, const Block *block) {
  bool in_math = false;
  for (uint32_t i = 0; i < block->line_count; i++) {
    const BlockLine *line = writer_lines(self, block) + i;
    Slice text = start_trimmed(line);
    bool deep = i && is_sheltered(line);
    bool raw = i && in_math && !deep;
    if (raw)
      text = line->text;
    else
      text = end_trimmed(line, text, i + 1 == block->line_count);
    write_text_line(self, text, deep);
    in_math ^= flips_math(line->text);
  }
}

// --- which paragraphs are filled ---

// Lines that mean something as lines: to readers of other dialects, or since they are rows.
static bool is_line_of_its_own(Slice text, bool first) {
  static const char *const OPENERS[] = {":", "|", "]", "!!!", "???", "```", "~~~", "=== \"", "[^"};
  if (!first && starts_table(text, 1)) return true;
  for (size_t i = 0; i < sizeof OPENERS / sizeof *OPENERS; i++)
    if (slice_starts_with(text, slice_of(OPENERS[i]))) return true;
  return false;
}

static bool may_fill(const Writer *self, const Block *block) {
  const BlockLine *lines = writer_lines(self, block);
  bool may_define = slice_starts_with(start_trimmed(lines), SLICE("["));
  for (uint32_t i = 0; i < block->line_count; i++) {
    Slice text = lines[i].text;
    if (is_line_of_its_own(start_trimmed(lines + i), i == 0)) return false;
    if (may_define && seek(text, 0, (uint32_t)text.len, SLICE("]:")) < text.len) return false;
  }
  return true;
}

// --- words ---

// The lines in one text, those inside a formula with their blanks.
static void join_lines(Writer *self, const Block *block) {
  bool in_math = false;
  self->text.len = 0;
  for (uint32_t i = 0; i < block->line_count; i++) {
    const BlockLine *line = writer_lines(self, block) + i;
    Slice text = in_math && !is_sheltered(line) ? line->text : start_trimmed(line);
    in_math ^= flips_math(line->text);
    if (i) layout_add(&self->text, SLICE("\n"));
    layout_add(&self->text, in_math ? text : end_trimmed(line, text, i + 1 == block->line_count));
  }
}

static bool is_sign_of_cjk(uint32_t code) {
  bool punctuation = (code >= 0x3000 && code <= 0x303F) || (code >= 0xFF00 && code <= 0xFF65);
  return punctuation || (code >= 0x2E80 && char_class(code) == CHAR_SIGN);
}

static bool ends_in_cjk(Slice word) {
  size_t at = word.len;
  while (at && ((uint8_t)word.ptr[at - 1] & 0xC0) == 0x80) at--;
  return at && is_sign_of_cjk(utf_decode(slice_from(word, at - 1)).code);
}

static bool begins_in_cjk(Slice text) {
  return text.len && (uint8_t)text.ptr[0] >= 0x80 && is_sign_of_cjk(utf_decode(text).code);
}

static bool is_made_of(Slice word, const char *bytes) {
  for (size_t i = 0; i < word.len; i++)
    if (!byte_is_one_of(word.ptr[i], bytes)) return false;
  return true;
}

static bool is_number_mark(Slice word) {
  size_t at = 0;
  while (at < word.len && byte_is_digit(word.ptr[at])) at++;
  return at && at + 1 == word.len && byte_is_one_of(word.ptr[at], ".)");
}

// What could begin a block if it stood at the start of a line.
static bool must_not_lead(Slice word) {
  static const char *const OPENERS[] = {"#",  ">",  "|",   "<",   ":",   "-",   "=", "]",
                                        "$$", "[^", "!!!", "???", "```", "~~~", "+ "};
  for (size_t i = 0; i < sizeof OPENERS / sizeof *OPENERS; i++)
    if (slice_starts_with(word, slice_of(OPENERS[i]))) return true;
  return is_made_of(word, "+*_-= \t") || is_number_mark(word) || starts_item(word).len;
}

// What could be, or end, a line in another way if it stood at its end.
static bool must_not_trail(Slice word, bool first) {
  return slice_ends_with(word, SLICE("\\")) || slice_ends_with(word, SLICE("$$")) ||
         is_made_of(word, "+*_-=[ \t") || (first && must_not_lead(word));
}

static bool stays_line_end(Slice word, Slice behind) {
  return slice_ends_with(word, SLICE("$$")) || slice_starts_with(behind, SLICE("$$")) ||
         (ends_in_cjk(word) && begins_in_cjk(behind));
}

static void add_word(Writer *self, Slice text) {
  const Word *before = self->words.len ? &self->words.items[self->words.len - 1] : NULL;
  bool glued = before && !before->forced &&
               ((ends_in_cjk(before->text) && begins_in_cjk(text)) || must_not_lead(text) ||
                must_not_trail(before->text, self->words.len == 1));
  const char *first = memchr(text.ptr, '\n', text.len), *last = text.ptr + text.len;
  while (first && last[-1] != '\n') last--;
  uint32_t columns = layout_columns(first ? slice_to(text, (size_t)(first - text.ptr)) : text);
  uint32_t tail = first ? layout_columns(slice_from(text, (size_t)(last - text.ptr))) : columns;
  *array_push(&self->words) = (Word){text, columns, tail, false, glued};
}

// Line ends in code are as good as spaces, but not at its ends nor beside blanks.
static void join_code(Writer *self, uint32_t start, uint32_t end) {
  char *bytes = self->text.items;
  uint32_t ends = 0;
  if (bytes[start] != '`') return;
  for (uint32_t at = start; at < end; at++) {
    if (bytes[at] != '\n') continue;
    if (byte_is_one_of(bytes[at - 1], "` \t") || bytes[at + 1] == '`') return;
    ends++;
  }
  for (uint32_t at = start; ends && at < end; at++)
    if (bytes[at] == '\n') bytes[at] = ' ';
}

// Blanks that part words: one space, or a line end and what is around it.
typedef struct {
  uint32_t word_end; // of the word before, with the blanks that end its line for good
  uint32_t behind;   // where the next word begins
  bool ends_line, hard;
} Gap;

// `behind` is `at` when the blanks part no words: as many as they are, they stay.
static Gap gap_at(Slice text, uint32_t at) {
  uint32_t len = (uint32_t)text.len, end = spaces_end(text, at, len);
  if (end == len || text.ptr[end] != '\n')
    return (Gap){at, end == at + 1 && text.ptr[at] == ' ' ? end : at, false, false};
  bool hard = end >= at + 2 || (end == at && at && text.ptr[at - 1] == '\\');
  return (Gap){hard ? end : at, spaces_end(text, end + 1, len), true, hard};
}

static void end_word(Writer *self, Slice text, uint32_t start, const Gap *gap) {
  Slice word = slice_range(text, (Range){start, gap->word_end});
  add_word(self, word);
  if (!gap->ends_line) return;
  Word *last = &self->words.items[self->words.len - 1];
  last->forced = gap->hard || stays_line_end(word, slice_from(text, gap->behind));
  // The blank behind a backslash keeps its line end a soft one.
  if (last->forced && !gap->hard && slice_ends_with(word, SLICE("\\"))) last->text.len++;
}

// False when it cannot be told what is code.
static bool cut_words(Writer *self) {
  Slice text = slice_new(self->text.items, self->text.len);
  SpanMemory memory = {0};
  uint32_t start = 0, at = 0;
  self->words.len = 0;
  while (at < text.len) {
    if (!byte_is_blank(text.ptr[at])) {
      uint32_t behind = span_end(text, at, &memory);
      join_code(self, at, behind);
      at = behind;
      continue;
    }
    Gap gap = gap_at(text, at);
    if (gap.behind > at)
      end_word(self, text, start, &gap), start = at = gap.behind;
    else
      at = spaces_end(text, at, (uint32_t)text.len);
  }
  add_word(self, slice_from(text, start));
  return !memory.stray;
}

// --- lines made anew ---

// Begins a line and returns what is to be written of `text`.
static Slice begin_line(Writer *self, Slice text, bool first) {
  Slice line = slice_to(text, line_end(text, 0, (uint32_t)text.len));
  uint32_t blanks = spaces_end(line, 0, (uint32_t)line.len);
  writer_begin(self);
  if (first || blanks == line.len || !would_begin(slice_from(line, blanks))) return text;
  layout_add(self->out, SLICE("    "));
  return slice_from(text, blanks);
}

// A word may hold line ends: those of a tag, a formula or a comment.
static void write_word(Writer *self, Slice text) {
  for (const char *end; (end = memchr(text.ptr, '\n', text.len));) {
    size_t len = (size_t)(end - text.ptr);
    layout_add(self->out, slice_to(text, len));
    writer_end(self);
    text = begin_line(self, slice_from(text, len + 1), false);
  }
  layout_add(self->out, text);
}

// From the word on to where a line may end, counted from the last word to the first.
static void widen_glued(Writer *self) {
  for (size_t i = self->words.len; i-- > 1;) {
    Word *word = &self->words.items[i];
    Word *before = word - 1;
    bool one_line =
        before->columns == before->tail && !memchr(before->text.ptr, '\n', before->text.len);
    if (word->glued && one_line) before->columns += 1 + word->columns;
  }
}

static void fill(Writer *self) {
  uint32_t width = self->style->wrap == WRAP_AT ? self->style->width : UINT32_MAX;
  uint32_t column = 0;
  for (size_t i = 0; i < self->words.len; i++) {
    const Word *word = &self->words.items[i];
    bool forced = i && word[-1].forced;
    bool full = i && !word->glued && (uint64_t)column + 1 + word->columns > width;
    if (forced || full) writer_end(self);
    if (!i || forced || full) {
      begin_line(self, word->text, i == 0);
      column = (uint32_t)self->prefix.len;
    } else {
      layout_add(self->out, SLICE(" "));
      column++;
    }
    write_word(self, word->text);
    bool broken = memchr(word->text.ptr, '\n', word->text.len);
    column = broken ? (uint32_t)self->prefix.len + word->tail : column + word->tail;
  }
  writer_end(self);
}

// Behind the mark of an item, `--` would be a break.
static bool is_like_marks(const Writer *self, const Block *block) {
  return self->open && is_made_of(start_trimmed(writer_lines(self, block)), "-*_ \t");
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
  if (self->style->wrap == WRAP_KEEP || !may_fill(self, block)) {
    keep_lines(self, block);
    return;
  }
  join_lines(self, block);
  if (!cut_words(self)) {
    keep_lines(self, block);
    return;
  }
  widen_glued(self);
  fill(self);
}

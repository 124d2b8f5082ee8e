// A paragraph's words in lines made anew.
#include "paragraph.h"

// The lines in one text, those inside a formula with their blanks. False when one stays open.
static bool join_lines(Writer *self, const Block *block) {
  bool in_math = false;
  self->text.len = 0;
  for (uint32_t i = 0; i < block->line_count; i++) {
    const BlockLine *line = writer_lines(self, block) + i;
    bool last = i + 1 == block->line_count;
    Slice text = in_math && !is_sheltered(line) ? line->text : start_trimmed(line);
    in_math ^= flips_math(line->text);
    if (i) layout_add(&self->text, SLICE("\n"));
    layout_add(&self->text, in_math && !last ? text : end_trimmed(line, text, last));
  }
  return !in_math;
}

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

bool fill_paragraph(Writer *self, const Block *block) {
  if (!join_lines(self, block) || !cut_words(self)) return false;
  widen_glued(self);
  fill(self);
  return true;
}

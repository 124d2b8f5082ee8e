#include "blocks.h"

#include "../prose/seek.h"
#include "marks.h"

static void add(Markdown *out, Slice text) {
  array_append(out, text.ptr, text.len);
}

static bool is_inside_word(char c) {
  return byte_is_letter(c) || (unsigned char)c >= 0x80;
}

// Whether words stand on both sides, and no terms of a difference: `long words - like these`, but
// `x - y` and `f(x) - 1`.
static bool parts_words(Slice text, uint32_t dash) {
  uint32_t before = dash, after = dash + 3;
  while (before && byte_is_one_of(text.ptr[before - 1], "*.,!?\"'")) before--;
  while (after < text.len && byte_is_one_of(text.ptr[after], "*\"'")) after++;
  uint32_t start = before, end = after;
  while (start && is_inside_word(text.ptr[start - 1])) start--;
  while (end < text.len && is_inside_word(text.ptr[end])) end++;
  bool whole = (!start || byte_is_one_of(text.ptr[start - 1], " -*")) &&
               (end == text.len || byte_is_one_of(text.ptr[end], " -.,:*'"));
  return whole && before - start >= 2 && end - after >= 1 && (before - start) + (end - after) >= 4;
}

// What a page has of what stands for a made dash is written with a blank.
void text_write(Slice text, Markdown *out) {
  uint32_t end = (uint32_t)text.len, done = 0;
  for (uint32_t at = 0; (at = seek(text, at, end, MADE_DASH)) < end; done = at += 2) {
    add(out, slice_range(text, (Range){done, at}));
    *array_push(out) = ' ';
  }
  add(out, slice_from(text, done));
}

// A ` - ` between words that is no bullet is a dash.
static void add_text(Markdown *out, Slice line, Range range, const Guards *guards) {
  Slice text = slice_trim(slice_range(line, range));
  uint32_t end = (uint32_t)text.len, shift = range_of(line, text).start, done = 0;
  for (uint32_t at = 0; (at = seek(text, at, end, SLICE(" - "))) < end; at += 2) {
    if (guard_at(guards, at + 1 + shift) || !parts_words(text, at)) continue;
    text_write(slice_range(text, (Range){done, at}), out);
    add(out, MADE_DASH);
    done = at + 2;
  }
  text_write(slice_from(text, done), out);
}

// `blank` stands at both sides of a bar.
static void add_row(Markdown *out, Slice line, uint32_t *at, const Block *block,
                    const Guards *guards, Slice blank) {
  Range cell;
  for (uint32_t i = 0; i < block->number; i++) {
    if (!table_next_cell(line, at, block->range.end, guards, &cell)) return;
    if (i) add(out, blank);
    add(out, SLICE("|"));
    add(out, blank);
    text_write(slice_range(line, cell), out);
  }
  add(out, blank);
  add(out, SLICE("|"));
}

// The row of dashes, the second one, has no blanks: so flatten knows that nobody laid it out.
static void add_table(Markdown *out, Slice line, const Block *block, const Guards *guards) {
  uint32_t rows = 0;
  for (uint32_t at = block->range.start; at < block->range.end; rows++) {
    if (rows) add(out, SLICE("\n"));
    add_row(out, line, &at, block, guards, rows == 1 ? SLICE("") : SLICE(" "));
    at = spaces_end(line, at + 1, block->range.end);
  }
}

// Code that is nothing but marks would close its own fence, unless it stands far enough inside.
static bool closes_fence(Slice code, Slice fence) {
  return slice_starts_with(code, fence) && alike_end(code, 0, (uint32_t)code.len) == code.len;
}

static bool is_of_language(char c) {
  return byte_is_word(c) || byte_is_one_of(c, "+#-");
}

// ```` ```python code ``` ````: what stands behind the opening marks up to a blank is the language.
static void add_code(Markdown *out, Slice line, const Block *block) {
  Slice whole = slice_range(line, block->content);
  uint32_t marks = alike_end(whole, 0, (uint32_t)whole.len);
  Slice fence = slice_to(whole, marks);
  Slice inside = slice_range(whole, (Range){marks, (uint32_t)whole.len - marks});
  uint32_t language = 0;
  while (language < inside.len && is_of_language(inside.ptr[language])) language++;
  bool named = language < inside.len && inside.ptr[language] == ' ';
  add(out, fence);
  if (named) add(out, slice_to(inside, language));
  add(out, SLICE("\n"));
  Slice code = slice_trim(named ? slice_from(inside, language) : inside);
  if (closes_fence(code, fence)) add(out, SLICE("    "));
  add(out, code);
  add(out, SLICE("\n"));
  add(out, fence);
}

static bool is_item(const Block *block) {
  return block->kind == BLOCK_BULLET || block->kind == BLOCK_STEP;
}

void block_separate(const Block *block, const Block *previous, Markdown *out) {
  if (!previous) return;
  add(out, is_item(block) && is_item(previous) ? SLICE("\n") : SLICE("\n\n"));
}

// `### Title` for what was bold, `### Title ###` for what had two marks: one more than it had.
static void add_heading(Markdown *out, Slice line, const Block *block, const Guards *guards) {
  Slice marks = slice_to(SLICE("######"), block->number ? block->number + 1 : 3);
  add(out, marks);
  add(out, SLICE(" "));
  add_text(out, line, block->content, guards);
  if (!block->number) return;
  add(out, SLICE(" "));
  add(out, marks);
}

void block_write(Slice line, const Block *block, const Guards *guards, Markdown *out) {
  switch (block->kind) {
  case BLOCK_TABLE:
    add_table(out, line, block, guards);
    return;
  case BLOCK_CODE:
    add_code(out, line, block);
    return;
  case BLOCK_HEADING:
    add_heading(out, line, block, guards);
    return;
  case BLOCK_BULLET:
    if (block->nested) add(out, SLICE("   "));
    add(out, block->round ? SLICE("* ") : SLICE("- "));
    break;
  case BLOCK_STEP:
    add(out, slice_trim(slice_range(line, (Range){block->range.start, block->content.start})));
    add(out, SLICE(" "));
    break;
  default:
    break;
  }
  add_text(out, line, block->content, guards);
}

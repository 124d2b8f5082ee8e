// What may begin a block, one function for each, and the table in whose order they are asked.
#include "../prose/seek.h"
#include "reader.h"

bool begins_code(Reader *self, Place place, Block *block) {
  const Guarded *guard = guard_at(self->guards, place.at);
  if (!guard || guard->range.start != place.at || guard->kind == BLOCK_PARAGRAPH) return false;
  block->kind = guard->kind;
  block->range = block->content = guard->range;
  block->doubtful = guard->kind == BLOCK_CODE;
  return true;
}

bool begins_table(Reader *self, Place place, Block *block) {
  if (self->line.ptr[place.at] != '|') return false;
  if (self->dashes < place.at) self->dashes = table_dashes(self->line, place.at);
  uint32_t end;
  block->number = table_at(self->line, place.at, self->dashes, self->guards, &end);
  block->kind = BLOCK_TABLE;
  block->range = block->content = (Range){place.at, end};
  return block->number > 0;
}

// Between words it is a dash.
static bool begins_break(Reader *self, Place place, Block *block) {
  uint32_t behind = place.at + 3, next = reader_skip(self, behind);
  if (!reader_stands(self, place.at, "---")) return false;
  if (behind < self->line.len && !byte_is_blank(self->line.ptr[behind])) return false;
  bool titled = reader_stands(self, next, "**") || reader_stands(self, next, "##");
  if (!place.fresh && !titled && !reader_ended(self, place.at, ENDS_OF_TEXTS)) return false;
  block->kind = BLOCK_BREAK;
  block->range = block->content = (Range){place.at, place.at + 3};
  return true;
}

static bool is_formula(const Reader *self, Range range) {
  const Guarded *guard = guard_at(self->guards, range.start);
  return guard && self->line.ptr[range.start] == '$' && guard->range.start == range.start &&
         guard->range.end == range.end;
}

// Whether a plain dash before `text` announces an item by what stands before it: a colon, a formula
// that is all of its paragraph, in a list the end of a sentence.
static bool dash_is_announced(const Reader *self, Place place, uint32_t text) {
  Block last = reader_last(self);
  uint32_t before = place.at - 1; // the blank before the dash
  if (!before) return false;
  if (reader_stands(self, before - 1, ":")) return true;
  if (!reader_is_capital(self, text)) return false;
  if (last.kind == BLOCK_BULLET) return byte_is_one_of(self->line.ptr[before - 1], ".!?");
  return is_formula(self, (Range){last.content.start, before});
}

// Behind code, a link, a formula or something bold at `at`; `at` where none of them is.
static uint32_t marked_end(const Reader *self, uint32_t at) {
  const Guarded *guard = guard_at(self->guards, at);
  if (guard && guard->range.start == at) return guard->range.end;
  Range bold = reader_bold(self, at);
  return range_len(bold) ? bold.end + 2 : at;
}

// Whether all that the item at hand says so far is such a thing or some of them, and `text` is none
// like it: then the dash before it says more of it, as in `- [Oak](oak.md) - a hard wood`.
static bool dash_explains(const Reader *self, Place place, uint32_t text) {
  uint32_t start = reader_last(self).content.start, at = start;
  if (text == self->line.len || self->line.ptr[text] == self->line.ptr[start]) return false;
  for (uint32_t end; at < place.at; at = reader_skip(self, end))
    if ((end = marked_end(self, at)) == at) return false;
  return at == place.at;
}

// In an item with a round sign a dash is none of its own, unless its text has ended.
static bool is_in_round_item(const Reader *self, Place place) {
  Block last = reader_last(self);
  return last.kind == BLOCK_BULLET && last.round && !reader_ended(self, place.at, ENDS_OF_TEXTS);
}

// With a key, or a box to tick.
static bool is_marked(const Reader *self, uint32_t text) {
  return reader_is_keyed(self, text) || reader_is_task(self, text);
}

// Whether a dash at `place` begins an item. A marked one always does; a plain one where a block has
// just ended, in a list of plain ones, and where it is announced.
static bool dash_is_bullet(const Reader *self, Place place, uint32_t text) {
  bool in_list = reader_last_is(self, BLOCK_BULLET);
  if (place.fresh) return true;
  if (is_in_round_item(self, place)) return false;
  if (is_marked(self, text)) return true;
  if (in_list && dash_explains(self, place, text)) return false;
  if (in_list && range_len(reader_bold(self, text))) return true;
  return (self->plain_bullets || dash_is_announced(self, place, text)) &&
         !reader_in_parenthesis(self, place.at);
}

static bool begins_bullet(Reader *self, Place place, Block *block) {
  if (!reader_is_bullet_sign(self, place.at)) return false;
  bool dash = self->line.ptr[place.at] == '-';
  uint32_t text = reader_skip(self, place.at + (dash ? 1 : 3));
  if (dash && !dash_is_bullet(self, place, text)) return false;
  if (!reader_last_is(self, BLOCK_BULLET)) self->plain_bullets = dash && !is_marked(self, text);
  block->kind = BLOCK_BULLET;
  block->content.start = text;
  block->nested = self->step > 0;
  block->round = !dash;
  return true;
}

// Steps are counted: `2.` begins one only where `1.` was the last, and `1.` where a list may begin.
// A line begins with any.
static bool begins_step(Reader *self, Place place, Block *block) {
  uint32_t number = 0, at = place.at;
  while (at < self->line.len && byte_is_digit(self->line.ptr[at]) && at - place.at < 3)
    number = number * 10 + (uint32_t)(self->line.ptr[at++] - '0');
  if (!number || !(reader_stands(self, at, ". ") || reader_stands(self, at, ") "))) return false;
  bool alike = self->line.ptr[at] == self->step_mark;
  bool next = self->step ? number == self->step + 1 && alike : !place.at;
  bool titled = place.at > 2 && reader_stands(self, place.at - 3, "** ");
  bool may_begin = place.fresh || titled || reader_ended(self, place.at, ENDS_OF_TEXTS);
  bool first = number == 1 && may_begin;
  if (!next && !first) return false;
  self->step = number;
  self->step_mark = self->line.ptr[at];
  block->kind = BLOCK_STEP;
  block->number = number;
  block->content.start = reader_skip(self, at + 1);
  return true;
}

// --- a sentence that closes the body, or a list ---

static bool verb_follows(const Reader *self, uint32_t at, bool bold) {
  if (reader_stands(self, at, bold ? " is **" : " is ")) return true;
  return reader_stands(self, at, bold ? " are **" : " are ");
}

// `**Kernel fusion** is …`: what is bold names what the body is about, or a part of that name.
static bool begins_with_bold_subject(const Reader *self, uint32_t at, bool in_list) {
  Range bold = reader_bold(self, at);
  if (!range_len(bold) || !verb_follows(self, bold.end + 2, !in_list)) return false;
  return subject_has_name(self->subject, slice_range(self->line, bold));
}

// Where a verb stands behind a name that begins at `at`; `at` when none does.
static uint32_t verb_behind(const Reader *self, uint32_t at) {
  enum { NAME_LONGEST = 80 };
  uint32_t end = (uint32_t)self->line.len;
  if (end - at > NAME_LONGEST) end = at + NAME_LONGEST;
  uint32_t is = seek(self->line, at, end, SLICE(" is "));
  uint32_t are = seek(self->line, at, end, SLICE(" are "));
  uint32_t verb = is < are ? is : are;
  return verb < end ? verb : at;
}

// `Kernel fusion is **…**`, and `**Kernel fusion is …**`.
static bool begins_with_subject(const Reader *self, uint32_t at) {
  bool bold = reader_stands(self, at, "**");
  uint32_t start = bold ? at + 2 : at;
  if (!subject_may_begin(self->subject, reader_rest(self, start))) return false;
  uint32_t verb = verb_behind(self, start);
  return (bold || verb_follows(self, verb, true)) &&
         subject_has_name(self->subject, slice_range(self->line, (Range){start, verb}));
}

// A list ends where a sentence begins that says again what the body is about, and so does the text
// below a heading when the sentence says it in bold.
static bool begins_closing(Reader *self, Place place, Block *block) {
  bool in_list = reader_last_is(self, BLOCK_BULLET) || reader_last_is(self, BLOCK_STEP);
  if (place.fresh || self->blocks->len < 2) return false;
  if (!in_list && !reader_ended(self, place.at, ENDS_OF_SENTENCES)) return false;
  block->content.start = place.at;
  return begins_with_bold_subject(self, place.at, in_list) || begins_with_subject(self, place.at);
}

// In the order in which they are asked.
static Begins *const BEGINNINGS[] = {
    begins_code, begins_table, begins_break,        begins_marked_heading, begins_bullet,
    begins_step, begins_label, begins_bold_heading, begins_keyed,          begins_closing,
};
enum { BEGINNING_COUNT = sizeof BEGINNINGS / sizeof *BEGINNINGS };

void reader_find_openings(const Reader *self, bool opens[256]) {
  memset(opens, 0, 256);
  for (const char *mark = "`~$|-#*0123456789\xE2"; *mark; mark++) opens[(uint8_t)*mark] = true;
  for (uint32_t i = 0; i < self->subject->count; i++) {
    char letter = byte_lower(self->subject->names[i].ptr[0]);
    opens[(uint8_t)letter] = true;
    if (byte_is_lower(letter)) opens[(uint8_t)(letter & ~0x20)] = true;
  }
}

bool reader_begins(Reader *self, Place place, Block *block) {
  if (!self->opens[(uint8_t)self->line.ptr[place.at]]) return false;
  for (int i = 0; i < BEGINNING_COUNT; i++) {
    *block = (Block){BLOCK_PARAGRAPH, .range.start = place.at};
    if (BEGINNINGS[i](self, place, block)) return true;
  }
  return false;
}

// What may begin a block, one function for each, and the table in whose order they are asked.
#include "../base/utf.h"
#include "../prose/seek.h"
#include "reader.h"

static Slice rest_of(const Reader *self, uint32_t at) {
  return slice_from(self->line, at);
}

static bool begins(const Reader *self, uint32_t at, const char *sign) {
  return slice_starts_with(rest_of(self, at), slice_of(sign));
}

uint32_t reader_skip(const Reader *self, uint32_t at) {
  return spaces_end(self->line, at, (uint32_t)self->line.len);
}

static const Block *last_block(const Reader *self) {
  return self->blocks->len ? &self->blocks->items[self->blocks->len - 1] : NULL;
}

static bool last_is(const Reader *self, BlockKind kind) {
  const Block *last = last_block(self);
  return last && last->kind == kind;
}

// --- marks ---

// What is bold closes soon. In bytes, of a heading in characters.
enum { BOLD_LONGEST = 400, HEADING_LONGEST = 70 };

Range reader_bold(const Reader *self, uint32_t at) {
  uint32_t limit = (uint32_t)self->line.len;
  if (!begins(self, at, "**")) return (Range){at, at};
  if (limit - at > BOLD_LONGEST) limit = at + BOLD_LONGEST;
  uint32_t close = seek(self->line, at + 2, limit, SLICE("**"));
  bool closed = close < limit && close > at + 2 && !byte_is_blank(self->line.ptr[at + 2]);
  return closed ? (Range){at + 2, close} : (Range){at, at};
}

static uint32_t behind_bold(Range bold) {
  return bold.end + 2;
}

static bool ends_with_colon(const Reader *self, Range range) {
  return range_len(range) && self->line.ptr[range.end - 1] == ':';
}

// `**Key**:` or `**Key:**`.
static bool is_keyed(const Reader *self, uint32_t at) {
  Range bold = reader_bold(self, at);
  return range_len(bold) && (ends_with_colon(self, bold) || begins(self, behind_bold(bold), ":"));
}

static bool is_bullet_sign(const Reader *self, uint32_t at) {
  return begins(self, at, "- ") || begins(self, at, "\xE2\x80\xA2 ");
}

static uint32_t behind_bullet_sign(const Reader *self, uint32_t at) {
  return reader_skip(self, at + (self->line.ptr[at] == '-' ? 1 : 3));
}

// Whether what stands before `at` ends a sentence: `.`, `!`, `?` or `:`, and what closes with it.
// Looks only a little back, or a line of such marks alone would be gone through again and again.
static bool sentence_ends_before(const Reader *self, uint32_t at) {
  enum { REACH = 64 };
  uint32_t floor = at > REACH ? at - REACH : 0;
  while (at > floor && byte_is_one_of(self->line.ptr[at - 1], " *\"')]`_")) at--;
  return at > floor && byte_is_one_of(self->line.ptr[at - 1], ".!?:|");
}

// What is bold behind these is what the sentence says, no heading.
static bool stands_behind_verb(const Reader *self, uint32_t at) {
  static const char *const WORDS[] = {"is", "are", "a", "an", "the"};
  while (at && self->line.ptr[at - 1] == ' ') at--;
  uint32_t start = at;
  while (start && byte_is_letter(self->line.ptr[start - 1])) start--;
  Slice word = slice_range(self->line, (Range){start, at});
  for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
    if (slice_eq_ascii_case(word, slice_of(WORDS[i]))) return true;
  return false;
}

// --- what begins at a place: each gives false, or fills in the block as far as its marks tell ---

typedef bool Begins(Reader *self, Place place, Block *block);

static bool begins_code(Reader *self, Place place, Block *block) {
  const Guarded *guard = guard_at(self->guards, place.at);
  if (!guard || guard->range.start != place.at || guard->kind == BLOCK_PARAGRAPH) return false;
  block->kind = guard->kind;
  block->range = block->content = guard->range;
  block->doubtful = guard->kind == BLOCK_CODE;
  return true;
}

static bool begins_table(Reader *self, Place place, Block *block) {
  if (self->line.ptr[place.at] != '|') return false;
  if (self->dashes < place.at) self->dashes = table_dashes(self->line, place.at);
  uint32_t end;
  block->number = table_at(self->line, place.at, self->dashes, self->guards, &end);
  block->kind = BLOCK_TABLE;
  block->range = block->content = (Range){place.at, end};
  return block->number > 0;
}

static bool begins_break(Reader *self, Place place, Block *block) {
  Slice rest = slice_trim(rest_of(self, place.at));
  if (!begins(self, place.at, "--- ") && !slice_eq(rest, SLICE("---"))) return false;
  block->kind = BLOCK_BREAK;
  block->range = block->content = (Range){place.at, place.at + 3};
  return true;
}

static bool begins_marked_heading(Reader *self, Place place, Block *block) {
  uint32_t marks = alike_end(self->line, place.at, (uint32_t)self->line.len) - place.at;
  if (self->line.ptr[place.at] != '#' || marks < 2 || marks > 6) return false;
  if (!begins(self, place.at + marks, " ")) return false;
  block->kind = BLOCK_HEADING;
  block->content.start = reader_skip(self, place.at + marks);
  block->doubtful = true;
  return true;
}

// Whether a parenthesis is open at `at` that was opened a little before.
static bool in_parenthesis(const Reader *self, uint32_t at) {
  enum { REACH = 200 };
  uint32_t floor = at > REACH ? at - REACH : 0;
  for (int depth = 0; at > floor; at--) {
    depth += (self->line.ptr[at - 1] == ')') - (self->line.ptr[at - 1] == '(');
    if (depth < 0) return true;
  }
  return false;
}

// Whether a dash at `place` begins an item. A keyed one always does; a plain one where a block has
// just ended, in a list of plain ones, and below a step that announces it (`both: - this - that`).
static bool dash_is_bullet(const Reader *self, Place place, uint32_t text) {
  bool in_list = last_is(self, BLOCK_BULLET), in_step = last_is(self, BLOCK_STEP);
  if (place.fresh || is_keyed(self, text)) return true;
  if (self->plain_bullets && !in_parenthesis(self, place.at)) return true;
  if (in_list && range_len(reader_bold(self, text))) return true;
  return in_step && place.at >= 2 && self->line.ptr[place.at - 2] == ':';
}

static bool begins_bullet(Reader *self, Place place, Block *block) {
  if (!is_bullet_sign(self, place.at)) return false;
  uint32_t text = behind_bullet_sign(self, place.at);
  bool dash = self->line.ptr[place.at] == '-';
  if (dash && !dash_is_bullet(self, place, text)) return false;
  if (!last_is(self, BLOCK_BULLET)) self->plain_bullets = dash && !is_keyed(self, text);
  block->kind = BLOCK_BULLET;
  block->content.start = text;
  block->nested = self->step > 0;
  return true;
}

// Steps are counted: `2.` begins one only where `1.` was the last, and `1.` where a list may begin.
static bool begins_step(Reader *self, Place place, Block *block) {
  uint32_t number = 0, at = place.at;
  while (at < self->line.len && byte_is_digit(self->line.ptr[at]) && at - place.at < 3)
    number = number * 10 + (uint32_t)(self->line.ptr[at++] - '0');
  if (!number || !(begins(self, at, ". ") || begins(self, at, ") "))) return false;
  bool next = self->step && number == self->step + 1;
  bool first = number == 1 && (place.fresh || sentence_ends_before(self, place.at));
  if (!next && !first) return false;
  self->step = number;
  block->kind = BLOCK_STEP;
  block->number = number;
  block->content.start = reader_skip(self, at + 1);
  return true;
}

static bool stands_before_block(Reader *self, uint32_t at) {
  Block ignored = {0};
  Place place = {at, true};
  if (at >= self->line.len) return false;
  return is_bullet_sign(self, at) || begins_code(self, place, &ignored) ||
         begins_table(self, place, &ignored) || begins(self, at, "1. ");
}

static bool is_capital(const Reader *self, uint32_t at) {
  return at < self->line.len &&
         (byte_is_upper(self->line.ptr[at]) || begins(self, at, "**") ||
          (byte_is_one_of(self->line.ptr[at], "`$\"") && at + 1 < self->line.len));
}

// `**Title**` and `**Title:**`, and `**Title**:` above a list.
static bool begins_bold_heading(Reader *self, Place place, Block *block) {
  Range bold = reader_bold(self, place.at);
  if (!range_len(bold) || utf_count(slice_range(self->line, bold)) > HEADING_LONGEST) return false;
  uint32_t behind = behind_bold(bold), next = reader_skip(self, behind);
  block->colon = begins(self, behind, ":") && is_bullet_sign(self, reader_skip(self, behind + 1));
  if (block->colon) next = reader_skip(self, ++behind);
  if (behind < self->line.len && self->line.ptr[behind] != ' ') return false;
  if (stands_behind_verb(self, place.at)) return false;
  bool before_block = stands_before_block(self, next);
  bool ended = place.fresh || sentence_ends_before(self, place.at);
  bool colon = ends_with_colon(self, bold);
  if (!before_block && !(ended && is_capital(self, next)) && !(ended && colon)) return false;
  if (place.fresh && !before_block && !colon && last_is(self, BLOCK_PARAGRAPH)) return false;
  block->kind = BLOCK_HEADING;
  block->range = (Range){place.at, behind};
  block->content = bold;
  return true;
}

// `**Key**: text` behind a sentence begins a paragraph.
static bool begins_keyed_paragraph(Reader *self, Place place, Block *block) {
  if (!is_keyed(self, place.at) || !sentence_ends_before(self, place.at)) return false;
  if (place.fresh) return false;
  block->kind = BLOCK_PARAGRAPH;
  block->content.start = place.at;
  return true;
}

static bool verb_follows(const Reader *self, uint32_t at) {
  return begins(self, at, " is ") || begins(self, at, " are ");
}

// Whether one of the two holds the other, capitals aside.
static bool holds(Slice whole, Slice part) {
  for (size_t at = 0; part.len && at + part.len <= whole.len; at++)
    if (slice_eq_ascii_case(slice_to(slice_from(whole, at), part.len), part)) return true;
  return false;
}

// `**Kernel fusion** is …`: what is bold names what the body is about, or a part of that name.
static bool is_bold_lead(const Reader *self, uint32_t at) {
  Range bold = reader_bold(self, at);
  Slice name = slice_range(self->line, bold);
  if (!range_len(bold) || range_len(bold) > LEAD_LONGEST) return false;
  return verb_follows(self, behind_bold(bold)) &&
         (holds(self->lead, name) || holds(name, self->lead));
}

// `Kernel fusion is …`, and `**Kernel fusion is …**`.
static bool is_lead(const Reader *self, uint32_t at) {
  if (begins(self, at, "**")) at += 2;
  Slice name = slice_to(rest_of(self, at), self->lead.len);
  return self->lead.len && slice_eq_ascii_case(name, self->lead) &&
         verb_follows(self, at + (uint32_t)self->lead.len);
}

// A list ends where a sentence begins that says again what the body is about.
static bool begins_closing_sentence(Reader *self, Place place, Block *block) {
  bool in_list = last_is(self, BLOCK_BULLET) || last_is(self, BLOCK_STEP);
  if (place.fresh || !in_list) return false;
  bool ended = sentence_ends_before(self, place.at) || begins(self, place.at, "**");
  if (!is_bold_lead(self, place.at) && !(ended && is_lead(self, place.at))) return false;
  block->kind = BLOCK_PARAGRAPH;
  block->content.start = place.at;
  return true;
}

// In the order in which they are asked.
static Begins *const BEGINNINGS[] = {
    begins_code,           begins_table,           begins_break,
    begins_marked_heading, begins_bullet,          begins_step,
    begins_bold_heading,   begins_keyed_paragraph, begins_closing_sentence,
};
enum { BEGINNING_COUNT = sizeof BEGINNINGS / sizeof *BEGINNINGS };

bool reader_begins(Reader *self, Place place, Block *block) {
  for (int i = 0; i < BEGINNING_COUNT; i++) {
    *block = (Block){.range.start = place.at};
    if (BEGINNINGS[i](self, place, block)) return true;
  }
  return false;
}

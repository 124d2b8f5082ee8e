// What is a title: `## Title` whose end can be known, `**Title**` between texts, `**Title**:` above
// a list, and `**Key**: text`, which is a paragraph.
#include "../base/utf.h"
#include "../prose/seek.h"
#include "reader.h"

enum { TITLE_LONGEST = 70 }; // in characters

static bool is_short(const Reader *self, Range title) {
  return utf_count(slice_range(self->line, title)) <= TITLE_LONGEST;
}

// The letters that end right before `at`, blanks aside.
static Slice word_before(const Reader *self, uint32_t at) {
  while (at && self->line.ptr[at - 1] == ' ') at--;
  uint32_t start = at, floor = at > TITLE_LONGEST ? at - TITLE_LONGEST : 0;
  while (start > floor && byte_is_letter(self->line.ptr[start - 1])) start--;
  return slice_range(self->line, (Range){start, at});
}

static bool stands_behind(const Reader *self, uint32_t at, const char *const *words) {
  Slice word = word_before(self, at);
  for (; *words; words++)
    if (slice_eq_ascii_case(word, slice_of(*words))) return true;
  return false;
}

// What is bold behind these is what the sentence says, no heading.
static const char *const VERBS[] = {"is", "are", "a", "an", "the", NULL};

// Titles do not end with these.
static const char *const GO_ON[] = {"a",   "an",  "and",  "are",   "as",  "at",    "by",   "do",
                                    "for", "how", "in",   "is",    "of",  "on",    "or",   "the",
                                    "to",  "vs",  "what", "using", "why", "where", "with", NULL};

// --- `## Title and text` ---

static uint32_t heading_marks(const Reader *self, uint32_t at) {
  if (!reader_stands(self, at, "##")) return 0;
  uint32_t marks = alike_end(self->line, at, (uint32_t)self->line.len) - at;
  return marks <= 6 && reader_stands(self, at + marks, " ") ? marks : 0;
}

// Whether something begins at `at` that is no part of the title before it.
static bool ends_title(const Reader *self, uint32_t at) {
  Reader ahead = *self;
  Block ignored;
  if (!self->opens[(uint8_t)self->line.ptr[at]]) return false;
  bool begins = heading_marks(self, at) || range_len(reader_bold(self, at)) ||
                subject_begins(self->subject, reader_rest(self, at)) ||
                reader_begins(&ahead, (Place){at, false}, &ignored);
  return begins && !stands_behind(self, at, GO_ON);
}

static bool ends_sentence(const Reader *self, uint32_t blank) {
  bool numbered = blank > 1 && byte_is_digit(self->line.ptr[blank - 2]); // `1. Title`
  return byte_is_one_of(self->line.ptr[blank - 1], ".!") && !numbered;
}

// Where the title ends that begins at `start`, or `start` when that cannot be known.
static uint32_t title_end(const Reader *self, uint32_t start) {
  for (uint32_t at = start; at < self->line.len && at - start < 4 * TITLE_LONGEST; at++) {
    const Guarded *guard = byte_guards(self->line.ptr[at]) ? guard_at(self->guards, at) : NULL;
    if (guard && guard->range.start > start) at = guard->range.end - 1;
    if (at == start || self->line.ptr[at] != ' ') continue;
    if (ends_sentence(self, at)) return start;
    uint32_t next = reader_skip(self, at);
    if (next < self->line.len && ends_title(self, next))
      return is_short(self, (Range){start, at}) ? at : start;
    at = next - 1;
  }
  return start;
}

// Where the end is not known, heading and text stay one paragraph.
bool begins_marked_heading(Reader *self, Place place, Block *block) {
  uint32_t marks = heading_marks(self, place.at);
  if (!marks) return false;
  uint32_t start = reader_skip(self, place.at + marks);
  uint32_t end = marks < 6 ? title_end(self, start) : start;
  block->content.start = place.at;
  block->doubtful = end == start;
  if (block->doubtful) return true;
  block->kind = BLOCK_HEADING;
  block->number = marks;
  block->range.end = end;
  block->content = (Range){start, end};
  return true;
}

// --- `**Title**` ---

// Whether a block stands at `at` that tells by its marks what it is: code, a table, steps, and a
// list whose items have keys or round signs.
static bool stands_before_block(Reader *self, uint32_t at) {
  Block ignored = {0};
  Place place = {at, true};
  if (at >= self->line.len) return false;
  bool item = reader_is_bullet_sign(self, at);
  bool dash = item && self->line.ptr[at] == '-';
  return (item && (!dash || reader_is_keyed(self, reader_skip(self, at + 1)))) ||
         begins_code(self, place, &ignored) || begins_table(self, place, &ignored) ||
         reader_stands(self, at, "1. ");
}

// Whether an item without a key stands at `at`. Behind what is bold in a sentence such a dash is
// only a dash.
static bool stands_before_item(const Reader *self, uint32_t at) {
  uint32_t text = reader_skip(self, at + 1);
  bool begins = reader_is_capital(self, text) ||
                (text < self->line.len && byte_is_digit(self->line.ptr[text]));
  return reader_stands(self, at, "- ") && begins;
}

// Whether that item is not the one at hand: `- ✅ **Quick** - It takes a minute`.
static bool has_words_before(const Reader *self, uint32_t at) {
  for (uint32_t i = reader_last(self).content.start; i < at; i++)
    if (byte_is_alnum(self->line.ptr[i])) return true;
  return false;
}

static bool ends_with_colon(const Reader *self, Range range) {
  return self->line.ptr[range.end - 1] == ':';
}

// What is bold as a whole sentence, or as a part of one, is text.
static bool ends_as_text(const Reader *self, Range range) {
  return byte_is_one_of(self->line.ptr[range.end - 1], ".,;");
}

// Whether what follows at `next` says that the bold before it was a title. With a colon inside it
// may as well be the key of a text: so it is where a body begins with it, unless the subject
// follows.
static bool is_title_of(const Reader *self, Range bold, uint32_t next) {
  bool key = ends_with_colon(self, bold);
  if (reader_is_bullet_sign(self, next) || (key && next == self->line.len)) return true;
  if (key && subject_begins(self->subject, reader_rest(self, next))) return true;
  if (key && (!self->blocks->len || byte_guards(self->line.ptr[next]))) return false;
  return reader_is_capital(self, next);
}

// As a heading of Markdown it would lose what looks like closing marks.
static bool ends_with_marks(const Reader *self, Range title) {
  Slice text = slice_trim(slice_range(self->line, title));
  size_t end = text.len;
  while (end && text.ptr[end - 1] == '#') end--;
  return end < text.len && (!end || byte_is_blank(text.ptr[end - 1]));
}

// `**Title**:` above a list keeps its marks.
bool begins_label(Reader *self, Place place, Block *block) {
  Range bold = reader_bold(self, place.at);
  uint32_t colon = bold.end + 2;
  if (!range_len(bold) || !is_short(self, bold) || !reader_stands(self, colon, ": ")) return false;
  if (stands_behind(self, place.at, VERBS)) return false;
  if (!reader_is_bullet_sign(self, reader_skip(self, colon + 1))) return false;
  block->range = block->content = (Range){place.at, colon + 1};
  return true;
}

// `Words Like These`: two or more, none of several letters a small one.
static bool is_title_case(const Reader *self, Range bold) {
  uint32_t words = 0;
  for (uint32_t at = bold.start, end; at < bold.end; at = end + 1) {
    end = seek(self->line, at, bold.end, SLICE(" "));
    if (end - at > 3 && !byte_is_upper(self->line.ptr[at])) return false;
    words += byte_is_upper(self->line.ptr[at]);
  }
  return words >= 2;
}

// A title ends a list whose last item did not end as a sentence does: by its capitals, or by the
// item that follows.
static bool ends_list(const Reader *self, Place place, Range bold, uint32_t next) {
  bool listed = reader_last_is(self, BLOCK_BULLET) || reader_last_is(self, BLOCK_STEP);
  if (!listed || !has_words_before(self, place.at)) return false;
  if (stands_before_item(self, next)) return true;
  bool capital = next < self->line.len && byte_is_upper(self->line.ptr[next]);
  return capital && is_title_case(self, bold) && !stands_behind(self, place.at, GO_ON);
}

bool begins_bold_heading(Reader *self, Place place, Block *block) {
  Range bold = reader_bold(self, place.at);
  if (!range_len(bold) || !is_short(self, bold) || ends_with_marks(self, bold)) return false;
  if (ends_as_text(self, bold)) return false;
  uint32_t behind = bold.end + 2, next = reader_skip(self, behind);
  if (behind < self->line.len && self->line.ptr[behind] != ' ') return false;
  if (stands_behind(self, place.at, VERBS)) return false;
  bool ended = place.fresh || reader_ended(self, place.at, ENDS_OF_TEXTS);
  if (!stands_before_block(self, next) && !(ended && is_title_of(self, bold, next)) &&
      !ends_list(self, place, bold, next))
    return false;
  block->kind = BLOCK_HEADING;
  block->range = (Range){place.at, behind};
  block->content = bold;
  return true;
}

// --- `**Key**: text` ---

// Whether the text at hand has a key itself: then another key ends it, also behind code.
static bool in_keyed(const Reader *self) {
  Block last = reader_last(self);
  return last.kind == BLOCK_PARAGRAPH && reader_is_keyed(self, last.content.start);
}

bool begins_keyed(Reader *self, Place place, Block *block) {
  if (place.fresh || !reader_is_keyed(self, place.at)) return false;
  bool ended = reader_ended(self, place.at, ENDS_OF_TEXTS);
  char before = place.at > 1 ? self->line.ptr[place.at - 2] : 0;
  if (!ended && !(byte_is_one_of(before, ")]}`\"") && in_keyed(self))) return false;
  block->content.start = place.at;
  return true;
}

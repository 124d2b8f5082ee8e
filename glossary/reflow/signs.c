#include "signs.h"

#include "../prose/seek.h"
#include "reader.h"

enum {
  LINE_MIN = 24,
  ITEM_MIN = 15,
  BOLD_LEADS_MIN = 3,
  STEPS_MIN = 3,
  KEY_LONGEST = 80,
  CODE_MIN = 66
};

typedef struct {
  Reader reader; // of the line and its guards
  Range first_bullet, first_item, first_lead, first_number;
  uint32_t leads, number;
} Scan;

static char byte_at(const Scan *self, uint32_t at) {
  return at < self->reader.line.len ? self->reader.line.ptr[at] : 0;
}

static bool sees(const Scan *self, uint32_t at, const char *sign) {
  return reader_stands(&self->reader, at, sign);
}

static FlatSign sign(const char *what, uint32_t at, uint32_t len) {
  return (FlatSign){what, {at, at + len}};
}

static bool begins_text(char c) {
  return byte_is_upper(c) || (unsigned char)c >= 0x80;
}

static bool ends_sentence(const Scan *self, uint32_t blank) {
  return blank && byte_is_one_of(self->reader.line.ptr[blank - 1], ".!?:");
}

// Or something bold, a heading maybe.
static bool ends_text(const Scan *self, uint32_t blank) {
  return ends_sentence(self, blank) || (blank > 2 && sees(self, blank - 2, "**"));
}

static bool is_keyed(const Scan *self, uint32_t at) {
  return range_len(reader_bold(&self->reader, at)) <= KEY_LONGEST &&
         reader_is_keyed(&self->reader, at);
}

// --- the signs; `at` is the blank before them ---

// ` ## Heading`
static FlatSign heading(Scan *self, uint32_t at) {
  uint32_t marks = 0;
  while (byte_at(self, at + 1 + marks) == '#') marks++;
  char text = byte_at(self, at + 2 + marks);
  bool is = marks >= 2 && marks <= 6 && byte_at(self, at + 1 + marks) == ' ' &&
            (begins_text(text) || text == '*');
  return is ? sign("A heading was", at + 1, marks) : (FlatSign){0};
}

// With a key, or a box to tick.
static bool is_marked(const Scan *self, uint32_t text) {
  return is_keyed(self, text) || reader_is_task(&self->reader, text);
}

// Whether the item whose text begins there stands where a list may: marked behind a sentence,
// something bold or another item; only bold behind a colon, and in a line that is an item.
static bool is_item(const Scan *self, uint32_t at, uint32_t bold) {
  bool colon = at && self->reader.line.ptr[at - 1] == ':';
  bool plain = sees(self, 0, "- **") || (colon && !reader_in_parenthesis(&self->reader, at + 1));
  if (plain && range_len(reader_bold(&self->reader, bold))) return true;
  bool second = range_len(self->first_item);
  return (second || ends_text(self, at)) && is_marked(self, bold);
}

// ` - **Key**: … - **Key**: …`, ` - [ ] … - [x] …`, or one in a line that is an item itself
static FlatSign list_item(Scan *self, uint32_t at) {
  bool bold = sees(self, at, " - **"), task = sees(self, at, " - [");
  bool is = (bold || task) && is_item(self, at, at + 3);
  if (!range_len(self->first_item) && (is || ((bold || task) && is_marked(self, at + 3))))
    self->first_item = (Range){at + 1, at + 2};
  return is ? sign("A list was", self->first_item.start, 1) : (FlatSign){0};
}

// ` • Text … • Text`
static FlatSign bullet(Scan *self, uint32_t at) {
  if (!sees(self, at, " \xE2\x80\xA2 ")) return (FlatSign){0};
  uint32_t before = self->first_bullet.start;
  bool begins = ends_text(self, at);
  bool second = range_len(self->first_bullet) || sees(self, 0, "\xE2\x80\xA2 ");
  if (second && at - before >= ITEM_MIN)
    return sign("A list was", range_len(self->first_bullet) ? before : at + 1, 3);
  if (!second && begins) self->first_bullet = (Range){at + 1, at + 4};
  return (FlatSign){0};
}

// Whether the number that is looked for, and a text, stand behind the blank.
static bool sees_number(const Scan *self, uint32_t at) {
  char text = byte_at(self, at + 4);
  return byte_at(self, at + 1) == (char)('1' + self->number) && sees(self, at + 2, ". ") &&
         (begins_text(text) || text == '*');
}

// ` 1. Text … 2. Text … 3. Text`: the first stands where a list may, the others behind words.
static FlatSign numbered_item(Scan *self, uint32_t at) {
  if (!sees_number(self, at)) return (FlatSign){0};
  char before = byte_at(self, at - 1);
  bool words = self->number && (byte_is_alnum(before) || before == ')');
  if (!words && !ends_text(self, at)) return (FlatSign){0};
  if (self->number++ == 0) self->first_number = (Range){at + 1, at + 3};
  return self->number < STEPS_MIN ? (FlatSign){0}
                                  : sign("A numbered list was", self->first_number.start, 2);
}

static FlatSign table_from(Scan *self, uint32_t head) {
  if (self->reader.dashes <= head) self->reader.dashes = table_dashes(self->reader.line, head);
  uint32_t end, last = self->reader.dashes;
  uint32_t cells =
      table_at(self->reader.line, head, self->reader.dashes, self->reader.guards, &end);
  Range cell;
  for (uint32_t i = 0; i < cells; i++)
    table_next_cell(self->reader.line, &last, end, self->reader.guards, &cell);
  return cells ? sign("A table was", self->reader.dashes, last + 1 - self->reader.dashes)
               : (FlatSign){0};
}

// `… | a | b | |---|---| …`
static FlatSign table(Scan *self, uint32_t at) {
  return byte_at(self, at + 1) == '|' ? table_from(self, at + 1) : (FlatSign){0};
}

// ` ```python def f(): …`, ` ``` make …`
static FlatSign code(Scan *self, uint32_t at) {
  const Guarded *guard = sees(self, at, " ```") ? guard_at(self->reader.guards, at + 1) : NULL;
  if (!guard || guard->kind != BLOCK_CODE || guard->range.start != at + 1) return (FlatSign){0};
  uint32_t word = at + 4;
  while (byte_is_alnum(byte_at(self, word))) word++;
  bool is_long = range_len(guard->range) > CODE_MIN;
  return byte_at(self, word) == ' ' && is_long ? sign("Code was", at + 1, word - at - 1)
                                               : (FlatSign){0};
}

// `. --- **Text`
static FlatSign rule_line(Scan *self, uint32_t at) {
  bool is = sees(self, at, " --- ") && ends_sentence(self, at) &&
            byte_is_one_of(byte_at(self, at + 5), "*#");
  return is ? sign("A dividing line was", at + 1, 3) : (FlatSign){0};
}

// `. **Key**: … . **Key**: …`
static FlatSign bold_lead(Scan *self, uint32_t at) {
  uint32_t bold = at + 1;
  if (!ends_sentence(self, at) || !is_keyed(self, bold)) return (FlatSign){0};
  if (!begins_text(byte_at(self, bold + 2))) return (FlatSign){0};
  if (self->leads++ == 0)
    self->first_lead = (Range){bold, seek_behind(self->reader.line, bold + 2,
                                                 (uint32_t)self->reader.line.len, SLICE("**"))};
  Range first = self->first_lead;
  return self->leads < BOLD_LEADS_MIN ? (FlatSign){0}
                                      : sign("Paragraphs were", first.start, range_len(first));
}

typedef FlatSign Look(Scan *self, uint32_t at);
static Look *const LOOKS[] = {heading, list_item, bullet,    numbered_item,
                              table,   code,      rule_line, bold_lead};

static FlatSign sign_at(Scan *self, uint32_t blank) {
  for (size_t i = 0; i < sizeof LOOKS / sizeof *LOOKS; i++) {
    FlatSign found = LOOKS[i](self, blank);
    if (found.what) return found;
  }
  return (FlatSign){0};
}

// --- lines ---

static bool may_follow_blank(char c) {
  return byte_is_one_of(c, "#-|`*\xE2") || byte_is_digit(c);
}

// Behind the mark of an item, which may begin with a heading, or a list.
static uint32_t text_start(const Scan *self) {
  bool item = sees(self, 0, "- ") || sees(self, 0, "1. ");
  return item ? spaces_end(self->reader.line, 2, (uint32_t)self->reader.line.len) : 1;
}

static FlatSign first_sign(Scan *self) {
  const Guards *guards = self->reader.guards;
  size_t guard = 0;
  if (byte_at(self, 0) == '|') return table_from(self, 0);
  if (sees(self, 0, "1. ")) self->number = 1, self->first_number = (Range){0, 2};
  for (uint32_t at = text_start(self); at + 1 < self->reader.line.len; at++) {
    if (self->reader.line.ptr[at] != ' ' || !may_follow_blank(self->reader.line.ptr[at + 1]))
      continue;
    while (guard < guards->len && guards->items[guard].range.end <= at) guard++;
    if (guard < guards->len && guards->items[guard].range.start < at) {
      at = guards->items[guard].range.end - 1;
      continue;
    }
    FlatSign found = sign_at(self, at);
    if (found.what) return found;
  }
  return (FlatSign){0};
}

// What stands inside a quote, a heading or a list that goes on was written line by line.
static bool stands_inside(Slice line) {
  uint32_t digits = 0;
  while (digits < line.len && byte_is_digit(line.ptr[digits])) digits++;
  bool later = digits && digits < line.len && byte_is_one_of(line.ptr[digits], ".)") &&
               !slice_starts_with(line, SLICE("1. "));
  return later || byte_is_one_of(line.ptr[0], " \t>#+") || slice_starts_with(line, SLICE("* "));
}

FlatSign flat_sign(Slice line) {
  if (line.len < LINE_MIN || stands_inside(line)) return (FlatSign){0};
  Guards guards = {0};
  guards_find(line, &guards);
  Scan self = {.reader = {.line = line, .guards = &guards}};
  FlatSign found = first_sign(&self);
  array_free(&guards);
  return found;
}

// Glossaries of all kinds of pieces, laid out in all styles: nothing that is said changes, laying
// out again changes nothing, and entry by entry gives the same as all at once.
#include "random.h"

#include <glossary/base/array.h>
#include <glossary/format/format.h>
#include <glossary/line.h>
#include <glossary/lint/order.h>
#include <glossary/prose/seek.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

typedef Array(char) Buffer;

static Slice contents(const Buffer *buffer) {
  return slice_new(buffer->items, buffer->len);
}

static void append(Buffer *out, Slice text) {
  array_append(out, text.ptr, text.len);
}

// --- glossaries ---

static const char *const HEADINGS[] = {
    "## Keel\n",
    "##  Mast ##\n",
    "##\tBoom (b)\n",
    "##\n",
    "## Key # #\n",
    "## **Yard**\n",
    "## keel\n",
    "## K\xFF\n",
    "# Part\n",
    "#\n",
    "## Gaff <!-- gloss-disable-next-line x -->\n",
    "##  C#  \n",
    "## a b\n",
    "## ab\n",
};
static const char *const FIELDS[] = {
    "- aliases: x ,y\n",
    "* alias: a;b, c\n",
    "+ Status: Draft\n",
    "- status: draught\n",
    "- PT-br: quilha\n",
    "- de: Kiel\n",
    "- note:  long\n   text\n",
    "- spine\n",
    "-  aliases:\n",
    "- see: [[a,b]], `c,d` ,e\n",
    "- tags: a,,b,\n",
    "- usage : rare\n",
    "- category: spars\n",
    "- match: EXACT\n",
    "- avoid: (a,b),c\n",
    "- aliases:\n  - a\n  - b\n",
    "- : x\n",
    "- \n",
    "* * *\n",
    "- note: x <!-- gloss-disable-next-line y -->\n",
    "- source: a\\\n  b\n",
    "- paths: a/**,b\n",
    "- abbr: x,\n  y\n  ,z\n",
    "- broader: keel;\n",
    "- example: `a\n  b` c\n",
    "- lang: EN\n",
    "- note: one two three four five six - seven 8. nine = ten\n",
    "- aliases: one two, three four, five six; seven, eight nine ten\n",
};
static const char *const BODIES[] = {
    "A keel is a beam.\n",
    "Text  \nmore.\n",
    "* one\n* two\n",
    "| a | b |\n|--|--|\n| c | d |\n",
    "```\ncode\n```\n",
    "```\n## code\n# more\n```\n",
    "~~~\n  x\n~~~\n",
    "```\n",
    "```sh\nx\n",
    "    code\n",
    "### Section\n",
    "> quote\n",
    "$$\nx\n$$\n",
    "<!-- gloss-disable x -->\n",
    "<!-- gloss-enable x -->\n",
    "<!-- a\nb -->\n",
    "<!--\n",
    "<a id=\"x\"></a>\n",
    "<div>\ntext\n",
    "  - indented\n",
    "\xFF\xFE\n",
    "   ## not one\n",
    "Title\n---\n",
    "---\n",
    "1. one\n2. two\n",
    "[x]: y\n",
    "text <!-- gloss-disable-next-line z -->\n",
    "\t\n",
    "\n",
    "\n\n",
};
#define PICK(from) from[random_below(sizeof from / sizeof *from)]

// Each is another one, so that it can be found again.
static void append_remark(Buffer *out, uint32_t *remarks) {
  char remark[64];
  snprintf(remark, sizeof remark, "<!-- gloss-disable-next-line r%u -->\n", (*remarks)++);
  append(out, slice_of(remark));
}

static void append_entry(Buffer *out, bool wild, uint32_t *remarks) {
  append(out, slice_of(PICK(HEADINGS)));
  if (random_below(2)) append(out, SLICE("\n"));
  for (uint32_t i = random_below(5); i > 0; i--) append(out, slice_of(PICK(FIELDS)));
  for (uint32_t i = random_below(4); i > 0; i--) {
    if (random_below(2)) append(out, SLICE("\n"));
    append(out, wild ? slice_of(PICK(BODIES)) : SLICE("Words of a body.\n"));
    if (!random_below(6)) append_remark(out, remarks);
  }
  if (random_below(2)) append(out, SLICE("\n"));
}

static void change_line_ends(Buffer *text) {
  uint32_t kind = random_below(8);
  if (kind > 2) return;
  Buffer out = {0};
  for (size_t i = 0; i < text->len; i++) {
    bool mixed = kind == 2 && random_below(2);
    if (text->items[i] != '\n' || mixed)
      *array_push(&out) = text->items[i];
    else
      append(&out, kind == 0 ? SLICE("\r\n") : SLICE("\r"));
  }
  array_free(text);
  *text = out;
}

static Buffer make(bool wild) {
  Buffer out = {0};
  uint32_t remarks = 0;
  if (!random_below(8)) append(&out, BYTE_ORDER_MARK);
  if (!random_below(4)) append(&out, SLICE("\n\n"));
  if (!random_below(8)) append(&out, SLICE("---\ntitle:  x\n# y\n---\n"));
  if (!random_below(4)) append(&out, slice_of(PICK(FIELDS)));
  if (!random_below(4)) append(&out, wild ? slice_of(PICK(BODIES)) : SLICE("Words.\n"));
  for (uint32_t i = 1 + random_below(6); i > 0; i--) append_entry(&out, wild, &remarks);
  if (!random_below(4)) out.len--;
  change_line_ends(&out);
  return out;
}

// --- what must hold ---

static GlossaryFile *file_of(Slice text) {
  return glossary_file_new(SLICE("a.gloss.md"), SLICE(""), text);
}

static bool starts_line(Slice text, uint32_t at) {
  bool inside_mark = at == BYTE_ORDER_MARK.len && slice_starts_with(text, BYTE_ORDER_MARK);
  return at == 0 || at == text.len || inside_mark || byte_is_line_end(text.ptr[at - 1]);
}

static bool are_valid(Edits edits, Slice text) {
  uint32_t end = 0;
  for (size_t i = 0; i < edits.count; i++) {
    Range range = edits.items[i].range;
    if (range.start < end || range.end < range.start || range.end > text.len) return false;
    if (!starts_line(text, range.start) || !starts_line(text, range.end)) return false;
    end = range.end;
  }
  return true;
}

// A number for the letters of a text.
static uint64_t letters_of(Slice text) {
  uint64_t sum = 7;
  for (size_t i = 0; i < text.len; i++)
    if (!byte_is_blank(text.ptr[i])) sum = sum * 31 + (unsigned char)text.ptr[i];
  return sum;
}

// A number for what an entry says, in whatever order its fields stand.
static uint64_t said_by(const Entry *entry) {
  uint64_t sum = letters_of(entry->name) + 3 * letters_of(entry->category) + 5 * entry->status +
                 7 * entry->match + 11 * entry->field_count;
  for (uint32_t i = 0; i < entry->form_count; i++) {
    uint64_t letters = letters_of(entry->forms[i].text);
    sum += letters * letters * (17u + entry->forms[i].role);
  }
  for (uint32_t i = 0; i < entry->tag_count; i++) sum = sum * 13 + letters_of(entry->tags[i]);
  return sum;
}

static bool same_entries(const GlossaryFile *a, const GlossaryFile *b, bool sorted) {
  uint64_t left = 0, right = 0;
  bool same = a->entries.len == b->entries.len;
  for (size_t i = 0; same && i < a->entries.len; i++) {
    uint64_t before = said_by(a->entries.items[i]), after = said_by(b->entries.items[i]);
    same = sorted || before == after;
    left += before * before, right += after * after;
  }
  return same && left == right;
}

static bool same_facts(const FileFacts *a, const FileFacts *b) {
  return letters_of(a->title) == letters_of(b->title) &&
         letters_of(a->lang) == letters_of(b->lang) &&
         letters_of(a->category) == letters_of(b->category) && a->path_count == b->path_count &&
         a->field_count == b->field_count;
}

// Where a remark stands, the line it is about: the letters of the next one that says anything.
static uint64_t covered_by(Slice text, uint32_t number) {
  char remark[64];
  snprintf(remark, sizeof remark, "<!-- gloss-disable-next-line r%u -->", number);
  size_t mark = slice_starts_with(text, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.len : 0;
  for (Slice rest = slice_from(text, mark); rest.len;) {
    if (!slice_eq(slice_trim(line_next(&rest)), slice_of(remark))) continue;
    Slice line = {0};
    while (rest.len && !line.len) {
      line = line_next(&rest);
      if (line_is_blank(line) || slice_starts_with(line, SLICE("<!-- gloss-"))) line.len = 0;
    }
    uint64_t sum = 0;
    for (size_t i = 0; i < line.len; i++)
      if (byte_is_alnum(line.ptr[i])) sum = sum * 31 + (unsigned char)line.ptr[i];
    return sum;
  }
  return 1;
}

static bool same_remarks(Slice a, Slice b) {
  for (uint32_t i = 0; i < 12; i++)
    if (covered_by(a, i) != covered_by(b, i)) return false;
  return true;
}

// Where entries may be left as they are: a fence may never be closed.
static bool has_fence(Slice text) {
  if (slice_starts_with(text, BYTE_ORDER_MARK)) text = slice_from(text, BYTE_ORDER_MARK.len);
  while (text.len)
    if (line_fence(line_next(&text)).mark) return true;
  return false;
}

// As the rule unsorted-entries looks at it.
static bool is_sorted(const GlossaryFile *file, Arena *arena) {
  for (uint32_t i = 1; i < file->entries.len; i++) {
    Slice before = file->entries.items[i - 1]->name, name = file->entries.items[i]->name;
    if (!before.len || !name.len || !order_is_one_part(file, i - 1, i)) continue;
    OrderKey left = order_key(before, arena), right = order_key(name, arena);
    if (order_before(&right, &left)) return false;
  }
  return true;
}

// Where nothing says that an entry is to stay where it is.
static bool may_be_sorted(Slice text) {
  uint32_t end = (uint32_t)text.len;
  return seek(text, 0, end, SLICE("<!--")) == end && !has_fence(text);
}

static Slice format(Slice text, const FormatStyle *style, uint32_t *refused, Arena *arena) {
  GlossaryFile *file = file_of(text);
  Formatting found = format_file(file, style, (Range){0, (uint32_t)text.len}, arena);
  if (!are_valid(found.edits, text)) fail_msg("edits of no lines:\n%.*s", SLICE_FMT(text));
  *refused = found.refused_count;
  glossary_file_delete(file);
  return edits_apply(found.edits.items, found.edits.count, text, arena);
}

// All entries and what stands between them, one after the other.
static Slice format_in_parts(Slice text, const FormatStyle *style, Arena *arena) {
  GlossaryFile *file = file_of(text);
  Array(Edit) edits = {0};
  uint32_t at = 0;
  for (uint32_t i = 0; i <= 2 * file->entries.len; i++) {
    Range range = {at, (uint32_t)text.len};
    if (i < 2 * file->entries.len) {
      Range entry = outline_range(&file->outline, i / 2);
      range.end = i % 2 ? entry.end : entry.start;
    }
    if (range.start == range.end) continue;
    bool whole = range.start == 0 && range.end == text.len;
    if (whole && at == 0 && style->sort) continue;
    Formatting found = format_file(file, style, range, arena);
    array_append(&edits, found.edits.items, found.edits.count);
    at = range.end;
  }
  Slice after = edits_apply(edits.items, edits.len, text, arena);
  array_free(&edits);
  glossary_file_delete(file);
  return after;
}

// With the signs for line ends that a terminal swallows.
static void show(const char *what, Slice text) {
  print_error("%s:\n", what);
  for (size_t i = 0; i < text.len; i++)
    print_error(text.ptr[i] == '\r' ? "\\r\n" : text.ptr[i] == '\n' ? "\\n\n" : "%c", text.ptr[i]);
}

static void check(Slice text, const FormatStyle *style, uint32_t *total_refused) {
  Arena *arena = arena_new();
  uint32_t refused, again;
  Slice found = format(text, style, &refused, arena);
  *total_refused += refused;
  const char *wrong = NULL;
  GlossaryFile *before = file_of(text), *after = file_of(found);
  if (refused && !has_fence(text)) wrong = "refused";
  if (!same_entries(before, after, style->sort)) wrong = "other entries";
  if (!same_facts(&before->facts, &after->facts)) wrong = "other facts";
  if (style->sort && may_be_sorted(text) && !is_sorted(after, arena)) wrong = "not sorted";
  if (style->wrap == WRAP_KEEP && !same_remarks(text, found)) wrong = "remarks about other lines";
  glossary_file_delete(before);
  glossary_file_delete(after);
  Slice twice = format(found, style, &again, arena);
  if (!slice_eq(twice, found)) wrong = "not the same again";
  if (!style->sort && !slice_eq(format_in_parts(text, style, arena), found)) wrong = "parts differ";
  if (wrong) {
    show("given", text), show("found", found), show("again", twice);
    fail_msg("%s", wrong);
  }
  arena_delete(arena);
}

static const FormatStyle STYLES[] = {
    {0},
    {.sort = true},
    {.wrap = WRAP_NONE},
    {.wrap = WRAP_AT, .width = 24},
    {.wrap = WRAP_AT, .width = 80, .sort = true},
};
enum { STYLE_COUNT = sizeof STYLES / sizeof *STYLES, ROUNDS = 8000 };

static void nothing_that_is_said_changes(void **state) {
  (void)state;
  random_state = random_seed();
  uint32_t refused = 0;
  for (int round = 0; round < ROUNDS; round++) {
    bool wild = round % 2;
    Buffer text = make(wild);
    check(contents(&text), &STYLES[random_below(STYLE_COUNT)], &refused);
    array_free(&text);
  }
  print_message("%u entries left as they were\n", refused);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_that_is_said_changes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

// Random pages come back: each body is the same after import and export but for white space, no
// letter of a headword line is lost, and what was exported is imported as before.
#include "random.h"

#include <glossary/base/array.h>
#include <glossary/convert/export.h>
#include <glossary/convert/import.h>
#include <glossary/convert/spaces.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

typedef Array(char) Buffer;

static Slice contents(const Buffer *buffer) {
  return slice_new(buffer->items, buffer->len);
}

static void add(Buffer *out, const char *text) {
  array_append(out, text, strlen(text));
}

static const char *const NAMES[] = {
    "keel",          "keel (kl)", "keel laying", "mast (2)", "mast",       "\xC3\xA5ngstr\xC3\xB6m",
    "l0 (zero)",     "c#",        "a #",         "x (a, b)", "knot; loop", "back`tick",
    "\xCE\xB1-beta", "2d plan",
};
static const char *const FIELDS[] = {
    "keel",     "rigging", "deck work", "kl",   "spars; yards", "a (b, c)", "laying",
    "sail [x]", "**odd**", "",          "mast", "`code`",       "two",      "beta",
};
// First what the pages of sites are made of, then what they are not.
static const char *const PIECES[] = {
    "words ",
    "Words end. ",
    "A keel is ",
    "bold **words** here. ",
    " - **Key**: words ",
    "end. **Title:** Words ",
    "end. | a | b | |---|---| | 1 | 2 | ",
    "$x$ ",
    "`a - b` ",
    "words - words ",
    "money ($5). ",
    "**Keel** is ",
    "**Title** ",
    "**Title:** ",
    " - **Key**: ",
    " - plain ",
    "1. ",
    "2. ",
    "\xE2\x80\xA2 ",
    "\xE2\x80\x94 ",
    "$$y - z$$ ",
    "```c x; ``` ",
    " ",
    " - ",
    "**Title**: ",
    "| a | b ",
    "|---|---| ",
    "| 1 | 2 | ",
    "```",
    "~~~ ",
    "* ",
    "+ ",
    " --- ",
    "## Head ",
    "# One ",
    "### Three ",
    "\\## ",
    "\\",
    "category: x ",
    "- category: x ",
    "<!-- ",
    " --> ",
    "> ",
    "[[Mast]] ",
    "*",
    "`",
    "|",
    "\xC2\xA0",
    "\xC2\xA0\xE2\x80\x94 ",
    ", ",
    "**",
    "\n ",
};
enum { USUAL_PIECES = 11 };
#define COUNT(table) (sizeof(table) / sizeof *(table))
enum { ROUNDS = 4000, ENTRIES = 5, LONGEST = 20 };

static void add_headline(Buffer *out) {
  add(out, NAMES[random_below(COUNT(NAMES))]);
  uint32_t count = 1 + random_below(4);
  for (uint32_t i = 0; i < count; i++) {
    add(out, random_below(3) ? "," : ", ");
    add(out, FIELDS[random_below(COUNT(FIELDS))]);
  }
}

static void add_body(Buffer *out, bool usual) {
  uint32_t count = random_below(LONGEST);
  add(out, random_below(8) ? "A text " : " "); // a heading at the start of a line: no page
  for (uint32_t i = 0; i < count; i++)
    add(out, PIECES[random_below(usual ? USUAL_PIECES : COUNT(PIECES))]);
}

static Slice random_page(Buffer *out, bool usual) {
  out->len = 0;
  if (random_below(2)) add(out, "\xE2\x86\x90 Back to the yard\n\nWords: K\n\n");
  uint32_t count = random_below(ENTRIES);
  for (uint32_t i = 0; i < count; i++) {
    if (random_below(12)) add_headline(out);
    add(out, "\n\n");
    add_body(out, usual);
    add(out, "\n\n");
  }
  return contents(out);
}

// --- the way there and back ---

typedef struct {
  Arena *arena;
  GlossaryFile *page, *back; // before, and after
  Imported imported, again;
  GlossaryFile *files[64];
} Trip;

static void go(Trip *self, Slice page, Split split) {
  self->arena = arena_new();
  self->page = glossary_file_new(SLICE("yard.txt"), (Slice){0}, page);
  self->imported = import_pages(&self->page, 1, &(ImportStyle){.split = split}, self->arena);
  assert_true(self->imported.file_count <= COUNT(self->files));
  for (uint32_t i = 0; i < self->imported.file_count; i++)
    self->files[i] =
        glossary_file_new(self->imported.files[i].name, (Slice){0}, self->imported.files[i].text);
  Exported exported = export_page(self->files, self->imported.file_count, self->arena);
  self->back = glossary_file_new(SLICE("yard.txt"), (Slice){0}, exported.text);
  self->again = import_pages(&self->back, 1, &(ImportStyle){.split = split}, self->arena);
}

static void end(Trip *self) {
  for (uint32_t i = 0; i < self->imported.file_count; i++) glossary_file_delete(self->files[i]);
  glossary_file_delete(self->page);
  glossary_file_delete(self->back);
  arena_delete(self->arena);
}

static int by_number(const void *a, const void *b) {
  uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
  return (left > right) - (left < right);
}

// The texts of a page, whatever their order and their white space.
static uint64_t *bodies_of(const GlossaryFile *page, Arena *arena) {
  uint64_t *hashes = arena_array(arena, uint64_t, page->entries.len + 1);
  for (size_t i = 0; i < page->entries.len; i++)
    hashes[i] = hash_but_spaces(entry_body(page->entries.items[i]));
  qsort(hashes, page->entries.len, sizeof *hashes, by_number);
  return hashes;
}

static void check_bodies(const Trip *self, Slice page) {
  size_t count = self->page->entries.len;
  if (self->back->entries.len != count ||
      memcmp(bodies_of(self->page, self->arena), bodies_of(self->back, self->arena),
             count * sizeof(uint64_t)) != 0)
    fail_msg("[%.*s]\nbecame\n[%.*s]", SLICE_FMT(page), SLICE_FMT(text_bytes(self->back->text)));
}

static bool tells(const Imported *imported, NoticeKind kind) {
  for (uint32_t i = 0; i < imported->notice_count; i++)
    if (imported->notices[i].kind == kind) return true;
  return false;
}

static void bodies_come_back(void **state) {
  (void)state;
  Buffer page = {0};
  uint32_t inexact = 0;
  random_state = random_seed();
  for (int i = 0; i < ROUNDS; i++) {
    Trip trip;
    Slice text = random_page(&page, false);
    go(&trip, text, (Split)(i % 3));
    check_bodies(&trip, text);
    inexact += tells(&trip.imported, NOTICE_NOT_EXACT);
    end(&trip);
  }
  assert_true(inexact < ROUNDS / 50); // texts that were taken for odd headword lines
  array_free(&page);
}

static void what_is_exported_is_imported_as_before(void **state) {
  (void)state;
  Buffer page = {0};
  uint32_t compared = 0;
  random_state = random_seed();
  for (int i = 0; i < ROUNDS; i++) {
    Trip trip;
    Slice text = random_page(&page, true);
    go(&trip, text, (Split)(i % 3));
    bool exact = !tells(&trip.imported, NOTICE_NOT_EXACT);
    if (exact) assert_int_equal(trip.imported.file_count, trip.again.file_count);
    compared += exact && trip.again.file_count;
    for (uint32_t j = 0; exact && j < trip.again.file_count; j++)
      if (!slice_eq(trip.imported.files[j].text, trip.again.files[j].text))
        fail_msg("[%.*s]\nbecame\n[%.*s]\nand then\n[%.*s]", SLICE_FMT(text),
                 SLICE_FMT(trip.imported.files[j].text), SLICE_FMT(trip.again.files[j].text));
    end(&trip);
  }
  assert_true(compared > ROUNDS / 2);
  array_free(&page);
}

// --- headword lines ---

static bool stands_in(Slice text, Slice wanted) {
  for (size_t at = 0; at + wanted.len <= text.len; at++)
    if (slice_eq_ascii_case(slice_to(slice_from(text, at), wanted.len), wanted)) return true;
  return false;
}

static void check_fields(const Trip *self, const Entry *entry) {
  Slice rest = slice_range(text_slice(self->page->text, entry_range(entry)), entry->heading);
  while (rest.len) {
    size_t len = 0;
    while (len < rest.len && !byte_is_one_of(rest.ptr[len], " ,;()[]*`\xC2\xA0")) len++;
    Slice word = slice_trim(slice_to(rest, len));
    bool found = !word.len;
    for (uint32_t i = 0; !found && i < self->imported.file_count; i++)
      found = stands_in(self->imported.files[i].text, word);
    if (!found) fail_msg("\"%.*s\" is lost", SLICE_FMT(word));
    rest = slice_from(rest, len + 1);
  }
}

// Marks in a name cannot always stay.
static bool is_renamed(const Trip *self, const Entry *entry) {
  for (uint32_t i = 0; i < self->imported.notice_count; i++) {
    const Notice *notice = &self->imported.notices[i];
    bool here = range_holds(entry_range(entry), notice->range.start);
    if (here && notice->kind == NOTICE_NAME) return true;
  }
  return false;
}

static void headword_lines_are_kept(void **state) {
  (void)state;
  Buffer page = {0};
  size_t entries = 0, checked = 0;
  random_state = random_seed();
  for (int i = 0; i < ROUNDS / 4; i++) {
    Trip trip;
    go(&trip, random_page(&page, false), (Split)(i % 3));
    for (size_t j = 0; j < trip.page->entries.len; j++) {
      const Entry *entry = trip.page->entries.items[j];
      if (is_renamed(&trip, entry)) continue;
      check_fields(&trip, entry);
      checked++;
    }
    entries += trip.page->entries.len;
    end(&trip);
  }
  assert_true(checked > entries / 2 && checked > ROUNDS / 4);
  array_free(&page);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(bodies_come_back),
      cmocka_unit_test(what_is_exported_is_imported_as_before),
      cmocka_unit_test(headword_lines_are_kept),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

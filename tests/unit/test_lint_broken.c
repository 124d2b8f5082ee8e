// One broken entry in the middle of a large glossary has its own findings, and all others keep
// theirs: the file is broken in many ways, one after the other, read anew and while it is edited.
#include <glossary/glossary.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { ENTRIES = 4000, BROKEN = 2000, FAULT_EVERY = 500 };

typedef Array(char) Buffer;

static void append(Buffer *out, Slice text) {
  array_append(out, text.ptr, text.len);
}

// What the broken entry is instead of `## Word 2000 …`. None of the others speaks of it.
static const char *const BREAKS[] = {
    "## Word 02000\n\nIt is **never closed.\n\n",
    "## Word 02000\n\nIt is `never closed.\n\n",
    "## Word 02000\n\nIt is [[never closed.\n\n",
    "## Word 02000\n\nIt is $\\never closed.\n\n",
    "## Word 02000\n\n```\nA fence that is never closed.\n\n",
    "## Word 02000\n\n~~~~ text\n```\nTwo fences.\n\n",
    "## Word 02000\n\n| a | b |\n|---|---|\n| c |\n\n",
    "## Word 02000\n\n<!-- a comment that is never closed\n\n",
    "## Word 02000\n- staus: draft\n- see: [[nobody]]\n- broader\n-\n\nA word.\n\n",
    "## Word 02000\n- status: gone\n- match: none\n- category: a\n- category: b\n\nA word.\n\n",
    "## Word 02000\n- broader: word 02000\n- avoid: word 02000\n- aliases: word 02000\n\nA "
    "word.\n\n",
    "## Word 02000\n",
    "##\n\nA word without a headword.\n\n",
    "## ...\n\nA word.\n\n",
    "## Word (02000\n\nA word.\n\n",
    "## Word 02000\n\nBytes \xFF\xFE\xC3 and \x01\x7F.\n\n",
    "## Word 02000\n\nSee [[nobody]] and [[word 02000]].\n\n",
    "## Zebra\n\nA zebra is an animal.\n\n",
    "## Word 02000\r\r\n\n- - - -\n***\n> > >\n1) 2) 3)\n\n",
};
enum { BREAK_COUNT = sizeof BREAKS / sizeof *BREAKS };

static void append_entry(Buffer *out, int number) {
  char entry[400];
  bool fault = number % FAULT_EVERY == 7; // findings that have to stay
  int len = snprintf(entry, sizeof entry,
                     "## Word %05d\n- category: words\n- see: [[word %05d]]\n\n"
                     "Word %05d is a word of the list, as [[word 00000]] is.%s\n\n",
                     number, number < BROKEN ? 1 : ENTRIES - 1 - (number == ENTRIES - 1), number,
                     fault ? " See [[nobody at all]] and **this." : "");
  append(out, slice_new(entry, (size_t)len));
}

static Range append_entries(Buffer *out, const char *broken) {
  Range range = {0};
  for (int i = 0; i < ENTRIES; i++) {
    if (i == BROKEN) range.start = (uint32_t)out->len;
    if (i == BROKEN && broken)
      append(out, slice_of(broken));
    else
      append_entry(out, i);
    if (i == BROKEN) range.end = (uint32_t)out->len;
  }
  return range;
}

// --- findings outside the entry ---

typedef struct {
  Arena *arena;
  Buffer outside;
  int inside;
} Told;

static bool touches(Range a, Range b) {
  return a.start < b.end && b.start < a.end;
}

// Places are told from the end of the file where they stand behind the entry.
static Told tell(Glossary *glossary, GlossaryFile *file, Range entry) {
  Told told = {.arena = arena_new()};
  Findings found = linter_check(glossary_linter(glossary), file, NULL, told.arena);
  for (uint32_t i = 0; i < found.count; i++) {
    const Finding *finding = &found.items[i];
    bool behind = finding->range.start >= entry.end;
    told.inside += touches(finding->range, entry);
    if (touches(finding->range, entry)) continue;
    uint32_t place = behind ? text_len(file->text) - finding->range.start : finding->range.start;
    append(&told.outside, arena_format(told.arena, "%u %u %s %s %.*s\n", place,
                                       range_len(finding->range), severity_name(finding->severity),
                                       finding->rule->id, SLICE_FMT(finding->message)));
  }
  append(&told.outside, SLICE("\0"));
  return told;
}

static void forget(Told *told) {
  array_free(&told->outside);
  arena_delete(told->arena);
}

static GlossaryFile *put(Glossary *glossary, const Buffer *bytes) {
  Slice text = slice_new(bytes->items, bytes->len);
  return glossary_put(glossary, glossary_file_new(SLICE("/g/a.gloss"), (Slice){0}, text));
}

static void assert_same(const Told *whole, const Told *broken, int number) {
  if (!strcmp(whole->outside.items, broken->outside.items) && broken->inside) return;
  fprintf(stderr, "whole:\n%sbroken:\n%s", whole->outside.items, broken->outside.items);
  fail_msg("%d findings inside, after:\n%s", broken->inside, BREAKS[number]);
}

static void a_broken_entry_breaks_no_other(void **state) {
  (void)state;
  Buffer bytes = {0};
  Range entry = append_entries(&bytes, NULL);
  Glossary *glossary = glossary_new();
  GlossaryFile *file = put(glossary, &bytes);
  Told whole = tell(glossary, file, entry);
  assert_int_equal(whole.inside, 0);
  assert_true(whole.outside.len > 8 * 100);
  for (int i = 0; i < BREAK_COUNT; i++) {
    Slice text = slice_of(BREAKS[i]);
    Range now = {entry.start, entry.start + (uint32_t)text.len};
    Slice before = arena_copy(whole.arena, text_slice(file->text, entry));
    glossary_edit(glossary, file, entry, text);
    Told broken = tell(glossary, file, now);
    assert_same(&whole, &broken, i);
    forget(&broken);
    glossary_edit(glossary, file, now, before);
  }
  Told mended = tell(glossary, file, entry);
  assert_string_equal(mended.outside.items, whole.outside.items);
  forget(&mended);
  forget(&whole);
  glossary_delete(glossary);
  array_free(&bytes);
}

static void nor_does_it_in_a_file_read_anew(void **state) {
  (void)state;
  Buffer bytes = {0};
  Glossary *glossary = glossary_new();
  Range entry = append_entries(&bytes, NULL);
  Told whole = tell(glossary, put(glossary, &bytes), entry);
  for (int i = 0; i < BREAK_COUNT; i++) {
    bytes.len = 0;
    entry = append_entries(&bytes, BREAKS[i]);
    Told broken = tell(glossary, put(glossary, &bytes), entry);
    assert_same(&whole, &broken, i);
    forget(&broken);
  }
  forget(&whole);
  glossary_delete(glossary);
  array_free(&bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_broken_entry_breaks_no_other),
      cmocka_unit_test(nor_does_it_in_a_file_read_anew),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

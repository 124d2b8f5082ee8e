// What is kept through edits is what would be found anew: small glossaries in a few files, made of
// few names so that everything refers to everything, are edited at random; after each edit the
// findings of the linter that followed, with their fixes and places, are those of a fresh one.
#include "linediff.h"
#include "made.h"
#include "random.h"

#include <glossary/glossary.h>
#include <glossary/rules/rule.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { FILES = 3, ROUNDS = 200, EDITS = 50, BYTES_MAX = 2500 };

typedef MadeBytes Buffer;

static Maker maker = {.seed = &random_state};

static void append(Buffer *out, Slice text) {
  array_append(out, text.ptr, text.len);
}

static Slice contents(const Buffer *buffer) {
  return slice_new(buffer->items, buffer->len);
}

// --- comparing ---

static void write_edits(Buffer *out, const Fix *fix, Arena *arena) {
  append(out, arena_format(arena, "  %c %.*s\n", fix->certain ? '!' : '?', SLICE_FMT(fix->title)));
  for (uint32_t i = 0; i < fix->edit_count; i++)
    append(out, arena_format(arena, "    %u-%u \"%.*s\"\n", fix->edits[i].range.start,
                             fix->edits[i].range.end, SLICE_FMT(fix->edits[i].text)));
}

static void write_finding(Buffer *out, const Finding *finding, Arena *arena) {
  append(out,
         arena_format(arena, "%u-%u %s %s (%.*s): %.*s %u\n", finding->range.start,
                      finding->range.end, severity_name(finding->severity), finding->rule->id,
                      SLICE_FMT(finding->subject), SLICE_FMT(finding->message), finding->tags));
  for (uint32_t i = 0; i < finding->related_count; i++)
    append(out,
           arena_format(arena, "  + %.*s %u-%u %.*s\n", SLICE_FMT(finding->related[i].file->path),
                        finding->related[i].range.start, finding->related[i].range.end,
                        SLICE_FMT(finding->related[i].message)));
  for (uint32_t i = 0; i < finding->fix_count; i++) write_edits(out, &finding->fixes[i], arena);
}

static Slice path_of(uint32_t file) {
  static const char *const PATHS[FILES] = {"/g/a.gloss", "/g/b.gloss", "/g/sub/c.gloss"};
  return slice_of(PATHS[file]);
}

// What was never found was not tested.
static void note_seen(const Findings *found, bool *seen) {
  for (uint32_t i = 0; i < found->count; i++) seen[rule_number(found->items[i].rule)] = true;
}

// Only some files are asked for each time: what was not asked for must be known later all the same.
static void write_all(Buffer *out, Glossary *glossary, uint32_t asked, bool *seen) {
  Arena *arena = arena_new();
  for (uint32_t i = 0; i < FILES; i++) {
    GlossaryFile *file = store_find(glossary->store, path_of(i));
    if (!file || !(asked & 1u << i)) continue;
    Findings found = linter_check(glossary_linter(glossary), file, NULL, arena);
    note_seen(&found, seen);
    append(out, arena_format(arena, "%.*s\n", SLICE_FMT(file->path)));
    for (uint32_t j = 0; j < found.count; j++) write_finding(out, &found.items[j], arena);
  }
  arena_delete(arena);
}

static void put(Glossary *glossary, uint32_t file, Slice bytes) {
  glossary_put(glossary, glossary_file_new(path_of(file), (Slice){0}, bytes));
}

static Glossary *made_anew(Glossary *from) {
  Glossary *fresh = glossary_new();
  for (uint32_t i = FILES; i-- > 0;) {
    GlossaryFile *file = store_find(from->store, path_of(i));
    if (file) put(fresh, i, text_bytes(file->text));
  }
  return fresh;
}

static void print_files(Glossary *glossary) {
  for (uint32_t i = 0; i < FILES; i++) {
    GlossaryFile *file = store_find(glossary->store, path_of(i));
    if (file)
      print_error("--- %.*s\n%.*s\n", SLICE_FMT(file->path), SLICE_FMT(text_bytes(file->text)));
  }
}

static void print_difference(void *context, bool added, Slice line) {
  (void)context;
  print_error("%s %.*s\n", added ? "found " : "wanted", SLICE_FMT(line));
}

// A part of the work may have been done before it was asked for.
static void work_a_little(Glossary *glossary) {
  GlossaryFile *file = store_find(glossary->store, path_of(random_below(FILES)));
  if (file) linter_work(glossary_linter(glossary), file, random_below(4));
}

static void assert_as_fresh(Glossary *kept, const char *what, uint32_t seed, bool *seen) {
  uint32_t asked = 1 + random_below((1u << FILES) - 1);
  Buffer found = {0}, wanted = {0};
  Glossary *fresh = made_anew(kept);
  write_all(&found, kept, asked, seen);
  write_all(&wanted, fresh, asked, seen);
  if (!slice_eq(contents(&found), contents(&wanted))) {
    print_files(kept);
    line_diff(contents(&wanted), contents(&found), print_difference, NULL);
    fail_msg("after %s, seed %u", what, seed);
  }
  glossary_delete(fresh);
  array_free(&found);
  array_free(&wanted);
}

// --- changing ---

static void replace_some(Glossary *glossary, GlossaryFile *file, Slice replacement) {
  uint32_t len = text_len(file->text);
  uint32_t start = random_below(len + 1), most = len - start < 30 ? len - start : 30;
  uint32_t end = start + (random_below(2) ? 0 : random_below(most + 1));
  glossary_edit(glossary, file, (Range){start, end}, replacement);
}

static void replace_name(Glossary *glossary, GlossaryFile *file) {
  if (!file->entries.len) return;
  const Entry *entry = file->entries.items[random_below((uint32_t)file->entries.len)];
  Range heading = range_shift(entry->heading, entry_range(entry).start);
  glossary_edit(glossary, file, heading, slice_of(made_name(&maker)));
}

static void add_line(Glossary *glossary, GlossaryFile *file) {
  Buffer line = {0};
  uint32_t at = text_line_start(file->text, random_below(text_line_count(file->text)));
  made_append_field(&maker, &line);
  glossary_edit(glossary, file, (Range){at, at}, contents(&line));
  array_free(&line);
}

static void remove_line(Glossary *glossary, GlossaryFile *file) {
  uint32_t line = random_below(text_line_count(file->text));
  Range range = {text_line_start(file->text, line), text_line_start(file->text, line + 1)};
  glossary_edit(glossary, file, range, (Slice){0});
}

static void type(Glossary *glossary, GlossaryFile *file) {
  static const char *const TYPED[] = {"a",   " ",    "\n", "#",    "[",   "]", ",",  "- ",
                                      "## ", "Keel", "s",  "\n\n", "```", "$", "**", ""};
  replace_some(glossary, file, slice_of(TYPED[random_below(sizeof TYPED / sizeof *TYPED)]));
}

static void repair(Glossary *glossary, GlossaryFile *file) {
  Arena *arena = arena_new();
  Slice text = text_bytes(file->text), out;
  Findings found = linter_check(glossary_linter(glossary), file, NULL, arena);
  if (findings_fix(&found, text, arena, &out))
    glossary_edit(glossary, file, (Range){0, text_len(file->text)}, out);
  arena_delete(arena);
}

static void (*const CHANGES[])(Glossary *, GlossaryFile *) = {
    type, type, replace_name, replace_name, add_line, add_line, remove_line, repair};
static const char *const WHAT[] = {"typing",          "typing",        "renaming",
                                   "renaming",        "adding a line", "adding a line",
                                   "removing a line", "repairing"};
enum { CHANGE_COUNT = sizeof CHANGES / sizeof *CHANGES };

static const char *change(Glossary *glossary) {
  uint32_t which = random_below(FILES);
  GlossaryFile *file = store_find(glossary->store, path_of(which));
  bool small = file && text_len(file->text) < BYTES_MAX;
  if (!small || !random_below(10)) {
    Buffer bytes = made_glossary(&maker);
    put(glossary, which, contents(&bytes));
    array_free(&bytes);
    return "reading a file";
  }
  if (!random_below(20)) return glossary_remove(glossary, file), "removing a file";
  uint32_t kind = random_below(CHANGE_COUNT);
  CHANGES[kind](glossary, file);
  return WHAT[kind];
}

static void what_is_kept_is_what_is_found_anew(void **state) {
  (void)state;
  bool seen[RULES_MAX] = {0};
  uint32_t first = random_seed();
  for (uint32_t round = 0; round < ROUNDS; round++) {
    uint32_t seed = random_state = first + round;
    maker.in_chains = round % 2;
    Glossary *glossary = glossary_new();
    for (int i = 0; i < EDITS; i++) {
      const char *what = change(glossary);
      if (random_below(2)) work_a_little(glossary);
      assert_as_fresh(glossary, what, seed, seen);
    }
    glossary_delete(glossary);
  }
  for (size_t i = 0; i < RULE_COUNT; i++)
    if (RULES[i]->check_relations && !seen[i]) fail_msg("%s was never found", RULES[i]->info.id);
}

// --- mending ---

static bool all_certain_fixes_made(GlossaryFile **file, Glossary *glossary) {
  Arena *arena = arena_new();
  uint32_t made = 1;
  for (int round = 0; made && round < FIX_ROUNDS_MAX; round++) {
    Slice out;
    Findings found = linter_check(glossary_linter(glossary), *file, NULL, arena);
    made = findings_fix(&found, text_bytes((*file)->text), arena, &out);
    if (made) *file = glossary_put(glossary, glossary_file_new((*file)->path, (Slice){0}, out));
  }
  arena_delete(arena);
  return !made;
}

// Mending comes to an end: what one fix does brings about no other for ever.
static void mending_ends(void **state) {
  (void)state;
  uint32_t first = random_seed();
  for (uint32_t round = 0; round < ROUNDS * 5; round++) {
    random_state = first + round;
    Glossary *glossary = glossary_new();
    for (uint32_t i = 0; i < FILES; i++) {
      Buffer bytes = made_glossary(&maker);
      put(glossary, i, contents(&bytes));
      array_free(&bytes);
    }
    GlossaryFile *file = store_find(glossary->store, path_of(0));
    Arena *arena = arena_new();
    Slice before = arena_copy(arena, text_bytes(file->text));
    if (!all_certain_fixes_made(&file, glossary)) {
      fprintf(stderr, "before:\n%.*safter:\n%.*s", SLICE_FMT(before),
              SLICE_FMT(text_bytes(file->text)));
      fail_msg("seed %u", first + round);
    }
    arena_delete(arena);
    glossary_delete(glossary);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_kept_is_what_is_found_anew),
      cmocka_unit_test(mending_ends),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

// The baseline: what was written is known again, wherever it stands in its file by then.
#include <lsp/check/baseline.h>
#include <lsp/disk/replace.h>

#include <glossary/lint/rules.h>

#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

enum { FINDINGS_MAX = 40, ROUNDS = 200 };

typedef struct {
  Arena *arena;
  Slice folder, path; // of the baseline
  Slice files[3];
} Ground;

static int set_up(void **state) {
  Ground *self = mem_alloc(sizeof *self);
  char name[] = "baseline-XXXXXX";
  static const char *const names[] = {"a.md", "b \"c\".md", "d.md"};
  if (!mkdtemp(name)) return -1;
  self->arena = arena_new();
  self->folder = path_absolute(slice_of(name), self->arena);
  self->path = path_join(self->folder, SLICE("known.json"), self->arena);
  for (size_t i = 0; i < 3; i++)
    self->files[i] = path_join(self->folder, slice_of(names[i]), self->arena);
  random_state = random_seed();
  *state = self;
  return 0;
}

static int tear_down(void **state) {
  Ground *self = *state;
  for (size_t i = 0; i < 3; i++) unlink(self->files[i].ptr);
  unlink(self->path.ptr);
  rmdir(self->folder.ptr);
  arena_delete(self->arena);
  mem_free(self);
  return 0;
}

// --- what is found ---

static const RuleInfo *rule_at(size_t i) {
  size_t count;
  return lint_rules(&count)[i];
}

// Words of a text, marked by chance; the text has few different ones, so that counts matter.
typedef struct {
  char text[2048];
  Finding items[FINDINGS_MAX];
  Findings findings;
} Found;

static void put_word(Found *self, const char *word, const RuleInfo *rule, Slice subject) {
  size_t len = strlen(self->text);
  snprintf(self->text + len, sizeof self->text - len, "%s\n", word);
  Range range = {(uint32_t)len, (uint32_t)(len + strlen(word))};
  self->items[self->findings.count++] = (Finding){.rule = rule, .range = range, .subject = subject};
}

static void find_something(Found *self, uint32_t count) {
  static const char *const words[] = {"master", "fine tuning", "a\x80z", "\"q\\",
                                      "\xC3\xA9t\xC3\xA9"};
  *self = (Found){.findings = {.items = self->items}};
  for (uint32_t i = 0; i < count; i++) {
    const char *word = words[random_below(5)];
    put_word(self, word, rule_at(random_below(3)), random_below(2) ? SLICE("term") : SLICE(""));
  }
}

// The same findings behind other lines.
static void move_down(Found *self) {
  static const char added[] = "one line more\n\n";
  uint32_t len = sizeof added - 1;
  memmove(self->text + len, self->text, strlen(self->text) + 1);
  memcpy(self->text, added, len);
  for (uint32_t i = 0; i < self->findings.count; i++) {
    self->items[i].range.start += len;
    self->items[i].range.end += len;
  }
}

static uint32_t count_known(const Baseline *baseline, Slice file, const Found *found) {
  bool known[FINDINGS_MAX + 1] = {0};
  uint32_t count = 0;
  baseline_know(baseline, file, &found->findings, slice_of(found->text), known);
  for (uint32_t i = 0; i < found->findings.count; i++) count += known[i];
  return count;
}

static Baseline *read_back(const Ground *ground) {
  Slice problem = {0};
  Baseline *baseline = baseline_read(ground->path, &problem, ground->arena);
  if (!baseline) fail_msg("%.*s", SLICE_FMT(problem));
  return baseline;
}

static void write_found(const Ground *ground, const Found *found, size_t files) {
  Slice problem;
  Baseline *baseline = baseline_new(ground->path);
  for (size_t i = 0; i < files; i++)
    baseline_found(baseline, ground->files[i], &found[i].findings, slice_of(found[i].text));
  assert_true(baseline_write(baseline, &problem, ground->arena));
  baseline_delete(baseline);
}

// --- tests ---

static void test_written_is_known(void **state) {
  const Ground *ground = *state;
  for (int round = 0; round < ROUNDS; round++) {
    Found found[3];
    size_t stale;
    for (size_t i = 0; i < 3; i++) find_something(&found[i], random_below(FINDINGS_MAX));
    write_found(ground, found, 3);
    Baseline *baseline = read_back(ground);
    for (size_t i = 0; i < 3; i++) {
      move_down(&found[i]);
      assert_int_equal(count_known(baseline, ground->files[i], &found[i]), found[i].findings.count);
      baseline_found(baseline, ground->files[i], &found[i].findings, slice_of(found[i].text));
    }
    baseline_stale(baseline, &stale);
    assert_int_equal(stale, 0);
    baseline_delete(baseline);
  }
}

static void test_one_more_is_new_one_fewer_is_stale(void **state) {
  const Ground *ground = *state;
  for (int round = 0; round < ROUNDS; round++) {
    Found found;
    size_t count;
    find_something(&found, 1 + random_below(FINDINGS_MAX - 2));
    write_found(ground, &found, 1);
    Baseline *baseline = read_back(ground);
    put_word(&found, "master", rule_at(7), SLICE("new"));
    assert_int_equal(count_known(baseline, ground->files[0], &found), found.findings.count - 1);
    assert_int_equal(count_known(baseline, ground->files[1], &found), 0);
    found.findings.count -= 2;
    baseline_found(baseline, ground->files[0], &found.findings, slice_of(found.text));
    const StaleFinding *stale = baseline_stale(baseline, &count);
    assert_int_equal(count, 1);
    assert_int_equal(stale->count, 1);
    assert_string_equal(arena_copy(ground->arena, stale->file).ptr, "a.md");
    baseline_delete(baseline);
  }
}

// What it says of files that were not checked stays, as long as they are there.
static void test_others_stay(void **state) {
  const Ground *ground = *state;
  Found found[3];
  Slice problem;
  for (size_t i = 0; i < 3; i++) find_something(&found[i], 5);
  write_found(ground, found, 3);
  assert_true(file_write(ground->files[1], SLICE(""), &problem, ground->arena));
  Baseline *baseline = read_back(ground);
  baseline_found(baseline, ground->files[0], &(Findings){0}, (Slice){0});
  assert_true(baseline_write(baseline, &problem, ground->arena));
  baseline_delete(baseline);
  baseline = read_back(ground);
  assert_int_equal(count_known(baseline, ground->files[0], &found[0]), 0);
  assert_int_equal(count_known(baseline, ground->files[1], &found[1]), 5);
  assert_int_equal(count_known(baseline, ground->files[2], &found[2]), 0);
  baseline_delete(baseline);
}

#define ROW                                                                                        \
  "{\"file\": \"a\", \"rule\": \"r\", \"subject\": \"{\\\"\", \"text\": \"t\", \"count\": 1}"

static void test_broken(void **state) {
  static const struct {
    const char *bytes, *problem;
  } cases[] = {
      {"{}", "is no baseline: make one with --update-baseline"},
      {"[]", "is no baseline: make one with --update-baseline"},
      {"{\"version\": 2, \"findings\": []}", "was written by a newer version of gloss"},
      {"{\"version\": 1, \"findings\": [\n" ROW ",\n{\"file\": \"a\"}\n]}",
       "line 3: finding 2 needs a text as its \"rule\""},
      {"{\n\"version\": 1, \"findings\": [\n\n{\"file\": 1}]}",
       "line 4: finding 1 needs a text as its \"file\""},
      {"{\"version\": 1, \"findings\": [\n{\"file\": \"a\", \"rule\": \"r\", \"subject\": \"\","
       " \"text\": \"\", \"count\": 0}]}",
       "line 2: finding 1 needs a number from 1 as its \"count\""},
  };
  const Ground *ground = *state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Slice problem;
    assert_true(file_write(ground->path, slice_of(cases[i].bytes), &problem, ground->arena));
    assert_null(baseline_read(ground->path, &problem, ground->arena));
    assert_string_equal(arena_copy(ground->arena, problem).ptr, cases[i].problem);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_written_is_known, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_one_more_is_new_one_fewer_is_stale, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_others_stay, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_broken, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

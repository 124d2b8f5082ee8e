#include <glossary/base/glob.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct {
  const char *pattern, *path;
  bool matches;
} Case;

static const Case CASES[] = {
    {"*.md", "docs/a.md", true},
    {"*.md", "docs/a.mdx", false},
    {"/a.md", "docs/a.md", false},
    {"/a.md", "a.md", true},
    {"docs/*.md", "docs/a.md", true},
    {"docs/*.md", "docs/sub/a.md", false},
    {"docs/**", "docs/sub/a.md", true},
    {"docs/**", "docs", false},
    {"docs/**/a.md", "docs/a.md", true},
    {"docs/**/a.md", "docs/x/y/a.md", true},
    {"**/a.md", "a.md", true},
    {"**/x/**/y", "a/x/b/c/y", true},
    {"**/x/**/y", "a/x/b/c/z", false},
    {"**", "any/thing", true},
    {"a?c", "abc", true},
    {"a?c", "a/c", false},
    {"[a-c]x", "bx", true},
    {"[!a-c]x", "bx", false},
    {"[]]x", "]x", true},
    {"[a", "[a", true},
    {"\\*x", "*x", true},
    {"\\*x", "ax", false},
    {"*a*b*c", "xxaxxbxxc", true},
    {"*a*b*c", "xxaxxbxx", false},
    {"ship/**", "shipping/a.md", false},
    {"", "", true},
    {"x", "", false},
};

static void test_cases(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
    if (glob_match(slice_of(CASES[i].pattern), slice_of(CASES[i].path), false) != CASES[i].matches)
      fail_msg("%s against %s", CASES[i].pattern, CASES[i].path);
}

static void test_folders(void **state) {
  (void)state;
  assert_true(glob_match(SLICE("build/"), SLICE("a/build"), true));
  assert_false(glob_match(SLICE("build/"), SLICE("a/build"), false));
  assert_true(glob_match(SLICE("build"), SLICE("a/build"), true));
}

// Stars that could each stop at many places: must end at once, not after trying all of them.
static void test_many_stars(void **state) {
  (void)state;
  char path[4001];
  memset(path, 'a', 4000);
  path[4000] = 0;
  assert_false(glob_match(SLICE("a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b"), slice_of(path), false));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cases),
      cmocka_unit_test(test_folders),
      cmocka_unit_test(test_many_stars),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

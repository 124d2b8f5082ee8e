// file: URIs and the paths they name.
#include <lsp/uri.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static Arena *arena;

static int set_up(void **state) {
  (void)state;
  arena = arena_new();
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  arena_delete(arena);
  return 0;
}

static void check_path(const char *uri, const char *expected) {
  Slice path = uri_to_path(slice_of(uri), arena);
  if (!slice_eq(path, slice_of(expected)))
    fail_msg("%s: %.*s, not %s", uri, SLICE_FMT(path), expected);
}

static void test_paths_of_uris(void **state) {
  (void)state;
  check_path("file:///a/b.md", "/a/b.md");
  check_path("file:/a/b.md", "/a/b.md");
  check_path("FILE:///a", "/a");
  check_path("file://localhost/a", "/a");
  check_path("file:///a%20b/%C3%A9%23%3f", "/a b/é#?");
  check_path("file:///100%/%zz/%4", "/100%/%zz/%4");
  check_path("file:///a?query#fragment", "/a");
  check_path("file:///", "/");
}

static void test_what_is_no_file(void **state) {
  (void)state;
  check_path("", "");
  check_path("file:", "");
  check_path("file://", "");
  check_path("file://host/share", "");
  check_path("file:relative", "");
  check_path("untitled:Untitled-1", "");
  check_path("vscode-notebook-cell:/a/b", "");
  check_path("/a/b", "");
  check_path("file:///a%00b", "");
  Slice with_nul = uri_to_path(SLICE("file:///a\0b"), arena);
  assert_int_equal(with_nul.len, 0);
}

static void test_uris_of_paths(void **state) {
  (void)state;
  Slice uri = uri_from_path(SLICE("/a b/é#?%&+~-_.md"), arena);
  assert_true(slice_eq(uri, SLICE("file:///a%20b/%C3%A9%23%3F%25%26%2B~-_.md")));
}

static void test_every_byte_comes_back(void **state) {
  (void)state;
  char path[256] = "/";
  for (int i = 1; i < 256; i++) path[i] = (char)i;
  Slice whole = slice_new(path, sizeof path);
  assert_true(slice_eq(uri_to_path(uri_from_path(whole, arena), arena), whole));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_paths_of_uris, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_what_is_no_file, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_uris_of_paths, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_every_byte_comes_back, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

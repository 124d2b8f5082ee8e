// Markdown for clients and terminals that show plain text.
#include <glossary/memory.h>
#include <lsp/markdown.h>

#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef struct {
  const char *markdown, *plain;
} Case;

static const Case cases[] = {
    {"**A** *b* `c` [d](e) [[f]] [[g|h]]", "A b c d f h"},
    {"## Title\ntext", "Title\ntext"},
    {"one\ntwo\r\n  three", "one two three"},
    {"one  \ntwo\\\nthree", "one  \ntwo\\\nthree"},
    {"one\n\ntwo", "one\n\ntwo"},
    {"one\n- two\n  more\n* three\n4. four\n+ five", "one\n- two more\n* three\n4. four\n+ five"},
    {"| a |\n| b |\n", "| a |\n| b |\n"},
    {"```c\nint a;\n\n  b_c_;\n```\nthat\nis it", "int a;\n\n  b_c_;\nthat is it"},
    {"$x_i y_j$ and _z_, $5", "$x_i y_j$ and z, $5"},
    {"so\n$$a_b c_d$$\nand\n$e$", "so\n$$a_b c_d$$ and $e$"},
    {"snake_case, 2 * 3, \\*star\\*", "snake_case, 2 * 3, *star*"},
};

static void marks_go_and_text_stays(void **state) {
  (void)state;
  Arena *arena = arena_new();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_string_equal(markdown_plain(slice_of(cases[i].markdown), arena).ptr, cases[i].plain);
  arena_delete(arena);
}

// Nothing is read or written out of bounds, and nothing grows.
static void any_bytes_are_taken(void **state) {
  (void)state;
  static const char signs[] = "a \n\r*_`~$[]()|#-\\1.\xC3";
  char text[64];
  srand(7);
  for (int round = 0; round < 20000; round++) {
    size_t len = (size_t)rand() % sizeof text;
    for (size_t i = 0; i < len; i++) text[i] = signs[(size_t)rand() % (sizeof signs - 1)];
    Arena *arena = arena_new();
    char *exact = memcpy(mem_alloc(len), text, len); // so that a sanitizer sees its end
    assert_true(markdown_plain(slice_new(exact, len), arena).len <= len);
    mem_free(exact);
    arena_delete(arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(marks_go_and_text_stays),
      cmocka_unit_test(any_bytes_are_taken),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

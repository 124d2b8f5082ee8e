// Messages are found whatever pieces the bytes come in, and again after nonsense.
#include <glossary/base/array.h>
#include <lsp/rpc/frame.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

// What was read, in a line: a body as {…}, a problem as <…>.
typedef struct {
  char text[4096];
  size_t len;
} Story;

static void tell(Story *story, char open, Slice what, char close) {
  story->len += (size_t)snprintf(story->text + story->len, sizeof story->text - story->len,
                                 "%c%.*s%c", open, SLICE_FMT(what), close);
}

static void feed(Framer *framer, Slice input, Story *story) {
  for (;;) {
    Frame frame = framer_read(framer, &input);
    if (frame.kind == FRAME_NONE) break;
    if (frame.kind == FRAME_BODY) tell(story, '{', frame.body, '}');
    if (frame.kind == FRAME_BROKEN) tell(story, '<', slice_of(frame.problem), '>');
  }
  assert_int_equal(input.len, 0);
}

// Cut before `first` and before `second`.
static void check_cut(Slice input, size_t first, size_t second, const char *expected) {
  Story story = {0};
  Framer *framer = framer_new();
  feed(framer, slice_to(input, first), &story);
  feed(framer, slice_from(slice_to(input, second), first), &story);
  feed(framer, slice_from(input, second), &story);
  if (strcmp(story.text, expected))
    fail_msg("cut at %zu and %zu: %s, not %s", first, second, story.text, expected);
  framer_delete(framer);
}

static void check_byte_by_byte(Slice input, const char *expected) {
  Story story = {0};
  Framer *framer = framer_new();
  for (size_t i = 0; i < input.len; i++) {
    char *alone = mem_alloc(1); // a read past it is seen by the sanitizer
    *alone = input.ptr[i];
    feed(framer, slice_new(alone, 1), &story);
    mem_free(alone);
  }
  assert_string_equal(story.text, expected);
  framer_delete(framer);
}

static void check(const char *bytes, const char *expected) {
  Slice input = slice_of(bytes);
  check_byte_by_byte(input, expected);
  for (size_t first = 0; first <= input.len; first++)
    for (size_t second = first; second <= input.len; second++)
      check_cut(input, first, second, expected);
}

static void test_whole_messages(void **state) {
  (void)state;
  check("Content-Length: 5\r\n\r\nhello", "{hello}");
  check("Content-Length: 2\r\n\r\nabContent-Length: 3\r\n\r\ncde", "{ab}{cde}");
  check("Content-Length: 0\r\n\r\nContent-Length: 1\r\n\r\nx", "{}{x}");
  check("Content-Length: 4\r\n\r\n\r\n\r\n", "{\r\n\r\n}");
}

static void test_headers_as_others_write_them(void **state) {
  (void)state;
  check("Content-Type: x; charset=utf-8\r\nContent-Length: 2\r\n\r\nab", "{ab}");
  check("content-length:2\r\nX-Other: y\r\n\r\nab", "{ab}");
  check("CONTENT-LENGTH:   002  \n\nab", "{ab}");
}

static void test_nonsense_is_told_once_and_left_behind(void **state) {
  (void)state;
  static const struct {
    const char *bytes, *problem;
  } cases[] = {
      {"X: y\r\n\r\n", "a message header has no Content-Length"},
      {"\r\n", "a message header has no Content-Length"},
      {"hello\r\n", "a message header line has no colon"},
      {"Content-Length: many\r\n\r\n", "Content-Length is not a number"},
      {"Content-Length:\r\n\r\n", "Content-Length is not a number"},
      {"Content-Length: -1\r\n\r\n", "Content-Length is not a number"},
      {"Content-Length: 2x\r\n\r\n{}", "Content-Length is not a number"},
      {"Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
       "a message header has two Content-Lengths"},
      {"Content-Length: 1000000000\r\n\r\n{}", "a message is longer than 512 MiB"},
      {"Content-Length: 99999999999999999999999999\r\n\r\n{}", "a message is longer than 512 MiB"},
      {"hello\r\nContent-Length: many\r\n\r\nContent-Length", "a message header line has no colon"},
      {"hello\r\ncontent-content-length: 1 or 2\r\n", "a message header line has no colon"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char bytes[256], expected[256];
    snprintf(bytes, sizeof bytes, "%sContent-Length: 2\r\n\r\nab", cases[i].bytes);
    snprintf(expected, sizeof expected, "<%s>{ab}", cases[i].problem);
    check(bytes, expected);
  }
}

static void test_each_nonsense_is_told(void **state) {
  (void)state;
  check("a\nContent-Length: 1\r\n\r\nxb\nContent-Length: 1\r\n\r\ny",
        "<a message header line has no colon>{x}<a message header line has no colon>{y}");
}

static void test_a_header_without_end(void **state) {
  (void)state;
  Story story = {0};
  Framer *framer = framer_new();
  for (size_t i = 0; i < 10 * FRAME_HEADER_MAX; i++) feed(framer, SLICE("x"), &story);
  feed(framer, SLICE("Content-Length: 2\r\n\r\nab"), &story);
  assert_string_equal(story.text, "<a message header is longer than 8 KiB>{ab}");
  framer_delete(framer);
}

// A promise of 512 MiB may be held by the sanitizer's allocator too, so the proof is the mass: a
// thousand of them at once would be half a terabyte.
static void test_memory_follows_the_bytes_that_came(void **state) {
  (void)state;
  enum { MANY = 1000 };
  Story story = {0};
  Framer *framers[MANY];
  for (size_t i = 0; i < MANY; i++) {
    framers[i] = framer_new();
    feed(framers[i], SLICE("Content-Length: 536870912\r\n\r\n{"), &story);
    assert_true(framer_is_inside(framers[i]));
  }
  for (size_t i = 0; i < MANY; i++) framer_delete(framers[i]);
  assert_string_equal(story.text, "");
}

static void test_inside(void **state) {
  (void)state;
  Story story = {0};
  Framer *framer = framer_new();
  assert_false(framer_is_inside(framer));
  feed(framer, SLICE("C"), &story);
  assert_true(framer_is_inside(framer));
  feed(framer, SLICE("ontent-Length: 1\r\n\r\n"), &story);
  assert_true(framer_is_inside(framer));
  feed(framer, SLICE("x"), &story);
  assert_false(framer_is_inside(framer));
  framer_delete(framer);
}

static void test_a_body_in_many_pieces(void **state) {
  (void)state;
  enum { LEN = 3 * 1024 * 1024 };
  Framer *framer = framer_new();
  char *body = mem_alloc(LEN);
  for (size_t i = 0; i < LEN; i++) body[i] = (char)(i * 31 % 251);
  Slice header = SLICE("Content-Length: 3145728\r\n\r\n"), rest = slice_new(body, LEN);
  assert_int_equal(framer_read(framer, &header).kind, FRAME_NONE);
  Frame frame = {0};
  while (rest.len) {
    Slice piece = slice_to(rest, 1021);
    rest = slice_from(rest, piece.len);
    frame = framer_read(framer, &piece);
  }
  assert_int_equal(frame.kind, FRAME_BODY);
  assert_int_equal(frame.body.len, LEN);
  assert_memory_equal(frame.body.ptr, body, LEN);
  mem_free(body);
  framer_delete(framer);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_whole_messages),
      cmocka_unit_test(test_headers_as_others_write_them),
      cmocka_unit_test(test_nonsense_is_told_once_and_left_behind),
      cmocka_unit_test(test_each_nonsense_is_told),
      cmocka_unit_test(test_a_header_without_end),
      cmocka_unit_test(test_memory_follows_the_bytes_that_came),
      cmocka_unit_test(test_inside),
      cmocka_unit_test(test_a_body_in_many_pieces),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

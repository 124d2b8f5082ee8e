// Any Markdown becomes one line, and reflow makes the same Markdown of it again, as far as marks
// tell.
#include "becoming.h"
#include "random.h"

#include <glossary/base/array.h>
#include <glossary/line.h>
#include <glossary/reflow/flatten.h>
#include <glossary/reflow/reflow.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef Array(char) Buffer;

static Slice contents(const Buffer *buffer) {
  return slice_new(buffer->items, buffer->len);
}

static Slice flattened(Slice name, Slice text, Arena *arena) {
  (void)name;
  return flatten(text, arena);
}

static void what_markdown_is_as_one_line(void **state) {
  (void)state;
  becoming_check("flatten", flattened);
}

// --- what people write becomes one line from which the same can be made ---

// Lists end with a sentence: otherwise what is bold behind them could belong to their last item.
static const char *const SECTIONS[] = {
    "Some are of *oak*, some of elm. They last.",
    "- **Oak**: a hard wood\n- **Elm**: a soft one\n- **Ash**: in between.",
    "- Oak is hard\n- Elm is soft.",
    "* **Oak** — a hard wood\n* **Elm** — a soft one.",
    "1. Fell a tree\n2. Saw it:\n   - the bow\n   - the stern\n3. Let it dry.",
    "| Wood | Years |\n|------|-------|\n| Oak | 90 |\n| Elm |  |",
    "```sh\nls -l | wc\n```",
    "$$x - y$$",
};
enum { SECTION_COUNT = sizeof SECTIONS / sizeof *SECTIONS, ROUNDS = 4000 };

static void append(Buffer *out, const char *text) {
  array_append(out, text, strlen(text));
}

static void write_markdown(Buffer *out) {
  out->len = 0;
  append(out, "**Keel** is **the lowest beam**\xC2\xA0\xE2\x80\x94 It bears the hull.");
  for (uint32_t sections = 1 + random_below(7); sections; sections--) {
    append(out, random_below(3) ? "\n\n### The Woods\n\n" : "\n\n### The Sizes:\n\n");
    append(out, SECTIONS[random_below(SECTION_COUNT)]);
  }
  if (random_below(2)) append(out, "\n\n### Its Past\n\n- **Log**: it was one");
  if (random_below(2)) append(out, "\n\nKeel is **a beam to rely on**.");
}

static void marks_tell_the_structure(void **state) {
  (void)state;
  Buffer body = {0};
  Arena *arena = arena_new();
  random_state = random_seed();
  for (int i = 0; i < ROUNDS; i++) {
    write_markdown(&body);
    Slice text = slice_trim(contents(&body)), line = flatten(text, arena);
    Slice found = reflow(line, DIALECT_PAGE, arena).text, rest = line;
    assert_int_equal(line_next(&rest).len, line.len);
    if (!slice_eq(found, text))
      fail_msg("[%.*s]\nbecame\n[%.*s]", SLICE_FMT(text), SLICE_FMT(found));
    arena_reset(arena);
  }
  array_free(&body);
  arena_delete(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_markdown_is_as_one_line),
      cmocka_unit_test(marks_tell_the_structure),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

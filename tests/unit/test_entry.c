// Reading one entry: the heading's parenthesis, the field list, the page dialect's fields.
#include <glossary/entry.h>
#include <glossary/field.h>
#include <glossary/heading.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static void append(char *out, const char *mark, Slice text) {
  snprintf(out + strlen(out), 1024 - strlen(out), "%s%.*s", mark, SLICE_FMT(text));
}

// `name | category | role:form … | tags | body`, as one line.
static void check(const char *bytes, Dialect dialect, const char *expected) {
  static const char *const ROLES[] = {" =", " ~", " abbr:", " long:", " plural:", " avoid:"};
  Arena *arena = arena_new();
  FileFacts facts = {.category = SLICE("default")};
  Entry entry = entry_read(slice_of(bytes), dialect, &facts, arena);
  char line[1024] = "";
  append(line, "", entry.name);
  append(line, " | ", entry.category);
  append(line, " |", SLICE(""));
  for (uint32_t i = 0; i < entry.form_count; i++)
    append(line, ROLES[entry.forms[i].role], entry.forms[i].text);
  append(line, " |", SLICE(""));
  for (uint32_t i = 0; i < entry.tag_count; i++) append(line, " #", entry.tags[i]);
  append(line, " | ", slice_range(slice_of(bytes), entry.body));
  assert_string_equal(line, expected);
  arena_delete(arena);
}

static void test_markdown(void **state) {
  (void)state;
  check("## Keel\n\nA beam.\n", DIALECT_MARKDOWN, "Keel | default | =Keel | | A beam.");
  check("## Keel\n- aliases: backbone, *spine*\n- category: hulls\n- tags: wood\n\nA beam.\n",
        DIALECT_MARKDOWN, "Keel | hulls | =Keel ~backbone ~spine | #wood | A beam.");
  check("## Extreme ultraviolet (EUV)\n- abbr: EUVL\n- avoid: soft X-ray\n- plural: euvs\n",
        DIALECT_MARKDOWN,
        "Extreme ultraviolet (EUV) | default | =Extreme ultraviolet abbr:EUV abbr:EUVL avoid:soft "
        "X-ray plural:euvs | | ");
  check("## Selector (CSS)\r\n- Alias: a,\r\n  b\r\n\r\nPicks.\r\n", DIALECT_MARKDOWN,
        "Selector (CSS) | default | =Selector ~a ~b | | Picks.");
  check("## EUV (extreme ultraviolet)\n- just a list\n", DIALECT_MARKDOWN,
        "EUV (extreme ultraviolet) | default | =EUV long:extreme ultraviolet | | - just a list");
  check(
      "## Learning from human feedback (LHF)\n", DIALECT_MARKDOWN,
      "Learning from human feedback (LHF) | default | =Learning from human feedback abbr:LHF | | ");
  check("## `malloc`\n- de: Zuteiler\nAllocates.", DIALECT_MARKDOWN,
        "malloc | default | =malloc | | Allocates.");
  check("## A\n- it: is\n- no field here\n", DIALECT_MARKDOWN,
        "A | default | =A | | - it: is\n- no field here");
  check("##\ntext", DIALECT_MARKDOWN, " | default | | | text");
  check("## Keel\n- avoid: spine\n- aliases: Keel, spine\n", DIALECT_MARKDOWN,
        "Keel | default | =Keel avoid:spine ~spine | | ");
}

static void test_page(void **state) {
  (void)state;
  check("keel, hulls\n\n**Keel** is a beam.", DIALECT_PAGE,
        "Keel | hulls | =Keel | | **Keel** is a beam.");
  check("gps (global positioning system),gps,global positioning system,aids\n\n**GPS (Global "
        "Positioning System)** is.",
        DIALECT_PAGE,
        "GPS (Global Positioning System) | aids | =GPS long:Global Positioning System ~gps ~global "
        "positioning system | | "
        "**GPS (Global Positioning System)** is.");
  check("reef knots (advanced),reef knots,advanced,knots\n\nText here.", DIALECT_PAGE,
        "reef knots (advanced) | knots | =reef knots | #advanced | Text here.");
  check("sail,spinnaker,rigging\n\nA sail.", DIALECT_PAGE,
        "sail |  | =sail | #spinnaker #rigging | A sail.");
  check("sail, spinnaker, rigging\n\nSail is cloth.", DIALECT_PAGE,
        "Sail | rigging | =Sail | #spinnaker | Sail is cloth.");
  check("No headword here.", DIALECT_PAGE, " |  | | | No headword here.");
}

static void test_abbreviations(void **state) {
  (void)state;
  static const struct {
    const char *abbreviation, *phrase;
    bool is;
  } CASES[] = {
      {"EUV", "extreme ultraviolet", true},
      {"HBM", "high-bandwidth memory", true},
      {"LaMDA", "Language Model for Dialogue Applications", true},
      {"LiDAR", "Light detection and ranging", true},
      {"LNNs", "Lagrangian Neural Networks", true},
      {"k-NN", "k-nearest neighbors", true},
      {"EUV", "Extreme ultraviolet lithography", true},
      {"CoT", "Chain-of-thought prompting", true},
      {"GAA", "Gate-all-around transistor", true},
      {"AI", "Attention mechanism", false},
      {"CSS", "Selector", false},
      {"AI", "Attention", false},
      {"ML", "Model optimization", false},
      {"GPU", "Kernel function", false},
      {"litho", "Lithography", true},
      {"two words", "two words", false},
      {"", "extreme ultraviolet", false},
  };
  for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
    if (is_abbreviation_of(slice_of(CASES[i].abbreviation), slice_of(CASES[i].phrase)) !=
        CASES[i].is)
      fail_msg("%s of %s", CASES[i].abbreviation, CASES[i].phrase);
}

static void test_items(void **state) {
  (void)state;
  FieldItems items =
      field_items(SLICE("ant, [[bee, cod|doe]] ,`elk,fox`, , **gnu**, `hen, [[ibis"));
  const char *expected[] = {"ant", "bee, cod", "elk,fox", "gnu", "`hen", "[[ibis"};
  Slice item;
  for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
    assert_true(field_items_next(&items, &item));
    assert_true(slice_eq(item, slice_of(expected[i])));
  }
  assert_false(field_items_next(&items, &item));
}

typedef Array(char) Bytes;

static void repeat(Bytes *out, const char *text, size_t count) {
  for (size_t i = 0; i < count; i++) array_append(out, text, strlen(text));
}

static size_t count_items(const Bytes *value) {
  size_t count = 0;
  FieldItems items = field_items(slice_new(value->items, value->len));
  for (Slice item; field_items_next(&items, &item);) count++;
  return count;
}

// A value that costs its square, or a call for each mark, does not come back from here.
static void test_values_of_a_million_bytes(void **state) {
  (void)state;
  static const struct {
    const char *part;
    size_t items; // of a million parts
  } CASES[] = {{"a,", 1000000}, {"[[,", 1000000}, {"`[[,", 500000}, {"[[", 1}, {"*", 1}};
  for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
    Bytes value = {0};
    repeat(&value, CASES[i].part, 1000000);
    assert_int_equal(count_items(&value), CASES[i].items);
    array_free(&value);
  }
}

static void test_a_million_marks_around_a_word(void **state) {
  (void)state;
  Bytes value = {0};
  repeat(&value, "[[", 500000);
  repeat(&value, "*", 500000);
  repeat(&value, "x", 1);
  repeat(&value, "*", 500000);
  repeat(&value, "]]", 500000);
  assert_true(slice_eq(unwrap_marks(slice_new(value.items, value.len)), SLICE("x")));
  array_free(&value);
}

static void test_unwrapping(void **state) {
  (void)state;
  static const char *const CASES[][2] = {
      {" **x** ", "x"}, {"[[x|y]]", "x"},   {"[[ **x** | y | z ]]", "x"},
      {"***x***", "x"}, {"**[[x]]**", "x"}, {"_`x`_", "x"},
      {"**", "**"},     {"[[]]", "[[]]"},   {"[[|y]]", ""},
      {"x*", "x*"},     {"a|b", "a|b"},     {"", ""},
  };
  for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
    if (!slice_eq(unwrap_marks(slice_of(CASES[i][0])), slice_of(CASES[i][1])))
      fail_msg("%s", CASES[i][0]);
}

static void test_nearest_key(void **state) {
  (void)state;
  assert_true(slice_eq(field_nearest(SLICE("alises")), SLICE("aliases")));
  assert_true(slice_eq(field_nearest(SLICE("Catgeory")), SLICE("category")));
  assert_int_equal(field_nearest(SLICE("zzz")).len, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_markdown),
      cmocka_unit_test(test_page),
      cmocka_unit_test(test_abbreviations),
      cmocka_unit_test(test_items),
      cmocka_unit_test(test_values_of_a_million_bytes),
      cmocka_unit_test(test_a_million_marks_around_a_word),
      cmocka_unit_test(test_unwrapping),
      cmocka_unit_test(test_nearest_key),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

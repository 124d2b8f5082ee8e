// The command line of a command, argument by argument.
#include <lsp/terminal/options.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const Usage usage = {"check", "[PATH…]", "About.\n",
                            OPTIONS_COMMON | OPTION_STDIN | OPTION_LANG};
static const Usage find = {"find", "[PATH…]", "About.\n",
                           OPTION_TERM | OPTION_JOBS | OPTION_STDIN_FILENAME};
static const Usage check = {"check", "[PATH…]", "About.\n",
                            OPTION_RULE | OPTION_FIX | OPTION_FAIL_LEVEL | OPTION_BASELINE |
                                OPTION_CHANGED_LINES};
static const Usage no_operands = {"lsp", "", "About.\n", OPTION_PORT | OPTION_PIPE | OPTION_SOCKET};

enum { MOST = 8 };

static OptionsResult read_by(const Usage *by, Options *options, const char *const *given) {
  char *argv[MOST + 2] = {(char *)by->name};
  int argc = 1;
  for (; given[argc - 1]; argc++) argv[argc] = (char *)given[argc - 1];
  return options_read(by, argc, argv, options);
}

#define READ(by, ...) read_by(by, &options, (const char *const[]){__VA_ARGS__, NULL})

static void assert_slice(Slice actual, const char *expected) {
  assert_true(slice_eq(actual, slice_of(expected)));
}

static void test_values(void **state) {
  (void)state;
  Options options;
  assert_int_equal(
      READ(&usage, "--glossary", "a", "x", "--glossary=b", "--format=json", "--no-builtin"),
      OPTIONS_RUN);
  assert_int_equal(options.glossaries.len, 2);
  assert_slice(options.glossaries.items[0], "a");
  assert_slice(options.glossaries.items[1], "b");
  assert_int_equal(options.operands.len, 1);
  assert_slice(options.operands.items[0], "x");
  assert_int_equal(options.format, FORMAT_JSON);
  assert_true(options.no_builtin);
  assert_false(options.from_stdin);
  options_free(&options);
}

// `--color` takes what follows only when that is one of its values.
static void test_color(void **state) {
  (void)state;
  Options options;
  assert_int_equal(READ(&usage, "--color", "notes.md"), OPTIONS_RUN);
  assert_int_equal(options.color, COLOR_ALWAYS);
  assert_int_equal(options.operands.len, 1);
  options_free(&options);
  assert_int_equal(READ(&usage, "--color", "never"), OPTIONS_RUN);
  assert_int_equal(options.color, COLOR_NEVER);
  assert_int_equal(options.operands.len, 0);
  options_free(&options);
  assert_int_equal(READ(&usage, "--color=auto"), OPTIONS_RUN);
  assert_int_equal(options.color, COLOR_AUTO);
  options_free(&options);
}

static void test_operands(void **state) {
  (void)state;
  Options options;
  assert_int_equal(READ(&usage, "-", "--stdin", "--", "--stdin", "-x"), OPTIONS_RUN);
  assert_int_equal(options.operands.len, 3);
  assert_slice(options.operands.items[0], "-");
  assert_slice(options.operands.items[1], "--stdin");
  assert_slice(options.operands.items[2], "-x");
  options_free(&options);
}

static void test_port(void **state) {
  (void)state;
  Options options;
  assert_int_equal(READ(&no_operands, "--port", "65535", "--pipe=p"), OPTIONS_RUN);
  assert_int_equal(options.port, 65535);
  assert_slice(options.pipe, "p");
  options_free(&options);
}

static void test_find(void **state) {
  (void)state;
  Options options;
  assert_int_equal(
      READ(&find, "--term", "dry run", "--jobs=3", "--term=a", "--stdin-filename", "b.md", "docs"),
      OPTIONS_RUN);
  assert_int_equal(options.terms.len, 2);
  assert_slice(options.terms.items[0], "dry run");
  assert_slice(options.terms.items[1], "a");
  assert_int_equal(options.jobs, 3);
  assert_slice(options.stdin_filename, "b.md");
  assert_int_equal(options.operands.len, 1);
  options_free(&options);
}

static bool is_set(const Options *options, const char *id, Severity severity) {
  size_t number = rule_number(rule_named(slice_of(id)));
  return options->rules.rules[number].set && options->rules.rules[number].severity == severity;
}

static void test_check(void **state) {
  (void)state;
  Options options;
  assert_int_equal(READ(&check, "--fix", "a.md"), OPTIONS_RUN);
  assert_true(options.fix);
  assert_int_equal(options.fail_level, FAIL_DEFAULT);
  assert_int_equal(options.operands.len, 1);
  options_free(&options);
  assert_int_equal(READ(&check, "--rule", "duplicate-term=hint", "--rule=bad-encoding=off",
                        "--fail-level", "never", "--changed-lines", "-"),
                   OPTIONS_RUN);
  assert_true(is_set(&options, "duplicate-term", SEVERITY_HINT));
  assert_true(is_set(&options, "bad-encoding", SEVERITY_OFF));
  assert_int_equal(options.fail_level, FAIL_NEVER);
  assert_slice(options.changed_lines, "-");
  options_free(&options);
  assert_int_equal(READ(&check, "--fail-level=info"), OPTIONS_RUN);
  assert_int_equal(options.fail_level, SEVERITY_INFO);
  options_free(&options);
}

static void test_wrong(void **state) {
  (void)state;
  static const struct {
    const Usage *usage;
    const char *given;
  } wrong[] = {
      {&usage, "--port=1"},
      {&usage, "--glossary"},
      {&usage, "--glossary="},
      {&usage, "--format=yaml"},
      {&usage, "--stdin=1"},
      {&usage, "-q"},
      {&usage, "--color=blue"},
      {&usage, "--format"},
      {&find, "--jobs=0"},
      {&find, "--jobs=many"},
      {&find, "--term="},
      {&find, "--stdin-filename="},
      {&check, "--rule=duplicate-term"},
      {&check, "--rule=no-such-rule=error"},
      {&check, "--rule=duplicate-term=loud"},
      {&check, "--rule=="},
      {&check, "--fail-level=off"},
      {&check, "--fail-level=everything"},
      {&check, "--baseline="},
      {&check, "--changed-lines="},
      {&check, "--fix=yes"},
      {&no_operands, "operand"},
      {&no_operands, "--port=0"},
      {&no_operands, "--port=65536"},
      {&no_operands, "--port=12x"},
      {&no_operands, "--port=99999999999999999999"},
      {&no_operands, "--pipe="},
      {&no_operands, "--socket=abc"},
  };
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    Options options;
    if (READ(wrong[i].usage, wrong[i].given) != OPTIONS_WRONG)
      fail_msg("%s was taken", wrong[i].given);
    options_free(&options);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_values), cmocka_unit_test(test_color), cmocka_unit_test(test_operands),
      cmocka_unit_test(test_port),   cmocka_unit_test(test_find),  cmocka_unit_test(test_check),
      cmocka_unit_test(test_wrong),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

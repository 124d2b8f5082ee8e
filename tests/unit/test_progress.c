// How far long work has come: nothing for short work, then one line that is taken away again.
#include <glossary/base/memory.h>
#include <lsp/terminal/progress.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct {
  char *text;
  size_t len;
  FILE *stream;
} Terminal;

static void open_terminal(Terminal *self) {
  *self = (Terminal){0};
  self->stream = open_memstream(&self->text, &self->len);
  assert_non_null(self->stream);
}

static void assert_shown(Terminal *self, const char *wanted) {
  fclose(self->stream);
  assert_string_equal(self->text, wanted);
  free(self->text);
}

static void short_work_says_nothing(void **state) {
  (void)state;
  Terminal terminal;
  open_terminal(&terminal);
  Progress progress = progress_begin(terminal.stream, 10, 1000);
  for (size_t done = 1; done <= 10; done++) progress_step_at(&progress, done, 1000 + done * 49);
  progress_clear(&progress);
  assert_shown(&terminal, "");
}

static void long_work_tells_now_and_then(void **state) {
  (void)state;
  Terminal terminal;
  open_terminal(&terminal);
  Progress progress = progress_begin(terminal.stream, 1234567, 0);
  progress_step_at(&progress, 123, 500);
  progress_step_at(&progress, 124, 599);
  progress_step_at(&progress, 4567, 600);
  progress_clear(&progress);
  progress_clear(&progress);
  assert_shown(&terminal, "\r123 of 1,234,567 files\x1b[K"
                          "\r4,567 of 1,234,567 files\x1b[K"
                          "\r\x1b[K");
}

static void it_comes_back_after_other_lines(void **state) {
  (void)state;
  Terminal terminal;
  open_terminal(&terminal);
  Progress progress = progress_begin(terminal.stream, 100, 0);
  progress.shared = true;
  progress_step_at(&progress, 1, 500);
  progress_make_way(&progress);
  fputs("a line\n", terminal.stream);
  progress_step_at(&progress, 2, 700);
  assert_shown(&terminal, "\r1 of 100 files\x1b[K\r\x1b[Ka line\n\r2 of 100 files\x1b[K");
}

static void lines_elsewhere_leave_it(void **state) {
  (void)state;
  Terminal terminal;
  open_terminal(&terminal);
  Progress progress = progress_begin(terminal.stream, 100, 0);
  progress_step_at(&progress, 1, 500);
  progress_make_way(&progress);
  assert_shown(&terminal, "\r1 of 100 files\x1b[K");
}

static void nobody_looks_at_a_pipe(void **state) {
  (void)state;
  Progress progress = progress_begin(NULL, 100, 0);
  progress_step_at(&progress, 50, 10000);
  progress_clear(&progress);
  assert_false(progress.shown);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(short_work_says_nothing),
      cmocka_unit_test(long_work_tells_now_and_then),
      cmocka_unit_test(it_comes_back_after_other_lines),
      cmocka_unit_test(lines_elsewhere_leave_it),
      cmocka_unit_test(nobody_looks_at_a_pipe),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

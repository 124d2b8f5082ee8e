#include "becoming.h"
#include "cases.h"

#include <glossary/base/array.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef Array(char) Buffer;

typedef struct {
  Become *become;
  Buffer name, text, wanted;
  bool after_arrow;
  int cases, failures;
} Runner;

static Slice contents(const Buffer *buffer) {
  return slice_trim(slice_new(buffer->items, buffer->len));
}

static void end_case(Runner *self) {
  if (!self->name.len) return;
  Arena *arena = arena_new();
  Slice found = self->become(contents(&self->name), contents(&self->text), arena),
        wanted = contents(&self->wanted);
  if (!slice_eq(found, wanted)) {
    print_error("%.*s\nwanted:\n%.*s\nfound:\n%.*s\n", SLICE_FMT(contents(&self->name)),
                SLICE_FMT(wanted), SLICE_FMT(found));
    self->failures++;
  }
  self->cases++;
  self->name.len = self->text.len = self->wanted.len = 0;
  self->after_arrow = false;
  arena_delete(arena);
}

// With no-break spaces in the place of the signs that stand for them.
static void take_text(Buffer *out, Slice line) {
  Slice sign = SLICE("\xE2\x90\xA3"), space = SLICE("\xC2\xA0");
  while (line.len) {
    bool here = slice_starts_with(line, sign);
    array_append(out, here ? space.ptr : line.ptr, here ? space.len : 1);
    line = slice_from(line, here ? sign.len : 1);
  }
  *array_push(out) = '\n';
}

static void begin_file(void *context, const char *path) {
  (void)context, (void)path;
}

static void take_line(void *context, int number, Slice line) {
  Runner *self = context;
  (void)number;
  if (slice_starts_with(line, SLICE("== "))) {
    end_case(self);
    take_text(&self->name, slice_from(line, 3));
  } else if (slice_eq(line, SLICE("=>"))) {
    self->after_arrow = true;
  } else if (self->name.len) {
    take_text(self->after_arrow ? &self->wanted : &self->text, line);
  }
}

static void end_file(void *context) {
  end_case(context);
}

void becoming_check(const char *name, Become *become) {
  Runner self = {.become = become};
  cases_read(name, &(CaseReader){&self, begin_file, take_line, end_file});
  assert_true(self.cases > 10);
  assert_int_equal(self.failures, 0);
  array_free(&self.name);
  array_free(&self.text);
  array_free(&self.wanted);
}

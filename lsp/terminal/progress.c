#include "progress.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

enum { FIRST_AFTER = 500, THEN_EVERY = 100, NUMBER_SIZE = 32 };

static uint64_t now_ms(void) {
  return uv_hrtime() / 1000000;
}

static bool is_terminal(uv_file file) {
  return uv_guess_handle(file) == UV_TTY;
}

static bool is_watched(void) {
  const char *term = getenv("TERM");
  return is_terminal(2) && term && strcmp(term, "dumb") != 0;
}

Progress progress_begin(FILE *stream, size_t total, uint64_t now) {
  return (Progress){.stream = stream, .total = total, .next = now + FIRST_AFTER};
}

Progress progress_new(size_t total) {
  Progress self = progress_begin(is_watched() ? stderr : NULL, total, now_ms());
  self.shared = is_terminal(1);
  return self;
}

// 1,234,567
static const char *grouped(size_t number, char out[NUMBER_SIZE]) {
  char digits[NUMBER_SIZE];
  int len = snprintf(digits, sizeof digits, "%zu", number);
  char *to = out;
  for (int i = 0; i < len; i++) {
    if (i && (len - i) % 3 == 0) *to++ = ',';
    *to++ = digits[i];
  }
  *to = '\0';
  return out;
}

void progress_step_at(Progress *self, size_t done, uint64_t now) {
  char of[NUMBER_SIZE], total[NUMBER_SIZE];
  if (!self->stream || now < self->next) return;
  self->next = now + THEN_EVERY;
  self->shown = true;
  fprintf(self->stream, "\r%s of %s files\x1b[K", grouped(done, of), grouped(self->total, total));
  fflush(self->stream);
}

void progress_step(Progress *self, size_t done) {
  if (self->stream) progress_step_at(self, done, now_ms());
}

void progress_clear(Progress *self) {
  if (!self->shown) return;
  self->shown = false;
  fputs("\r\x1b[K", self->stream);
  fflush(self->stream);
}

void progress_make_way(Progress *self) {
  if (self->shared) progress_clear(self);
}

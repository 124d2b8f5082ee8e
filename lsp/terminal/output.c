#include "printed.h"

#include <errno.h>
#include <glossary/base/utf.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <uv.h>

enum { WIDTH_ELSEWHERE = 80, WIDTH_MOST = 100, WIDTH_LEAST = 40 };

static bool is_set(const char *name) {
  const char *value = getenv(name);
  return value && *value;
}

static bool is_terminal(void) {
  return uv_guess_handle(1) == UV_TTY;
}

static bool wants_color(ColorChoice choice) {
  if (choice != COLOR_AUTO) return choice == COLOR_ALWAYS;
  const char *term = getenv("TERM");
  return is_terminal() && !is_set("NO_COLOR") && term && strcmp(term, "dumb") != 0;
}

static unsigned terminal_width(void) {
  const char *columns = getenv("COLUMNS");
  long given = columns ? strtol(columns, NULL, 10) : 0;
  struct winsize size;
  if (given <= 0 && is_terminal() && ioctl(1, TIOCGWINSZ, &size) == 0) given = size.ws_col;
  if (given <= 0) return WIDTH_ELSEWHERE;
  return given < WIDTH_LEAST ? WIDTH_LEAST : given > WIDTH_MOST ? WIDTH_MOST : (unsigned)given;
}

Output output_new(ColorChoice color) {
  return (Output){wants_color(color), terminal_width()};
}

static void write_printed(FILE *stream, Printed *printed) {
  if (printed->len) fwrite(printed->items, 1, printed->len, stream);
  array_free(printed);
}

void write_visible(FILE *stream, Slice text) {
  Printed printed = {0};
  printed_visible(&printed, text);
  write_printed(stream, &printed);
}

void output_piece(const Output *self, Paint paint, Slice text) {
  Printed printed = {0};
  printed_piece(&printed, self, paint, text);
  write_printed(stdout, &printed);
}

// How much of a line to write before breaking it: up to the last blank within `width` columns, or
// the whole of a longer word.
static size_t fitting(Slice line, unsigned width) {
  size_t fits = 0;
  unsigned column = 0;
  for (size_t at = 0; at < line.len; column++) {
    if (line.ptr[at] == ' ' && at && (column <= width || !fits)) fits = at;
    if (column > width && fits) return fits;
    at += utf_decode(slice_from(line, at)).len;
  }
  return column <= width || !fits ? line.len : fits;
}

static unsigned leading_blanks(Slice line) {
  unsigned count = 0;
  while (count < line.len && line.ptr[count] == ' ') count++;
  return count;
}

// How many columns the mark of a list item takes, `• `, `- ` or `12. `.
static unsigned mark_columns(Slice line) {
  unsigned digits = 0;
  if (slice_starts_with(line, SLICE("\xE2\x80\xA2 ")) || slice_starts_with(line, SLICE("- ")))
    return 2;
  while (digits < 3 && digits < line.len && byte_is_digit(line.ptr[digits])) digits++;
  return digits && slice_starts_with(slice_from(line, digits), SLICE(". ")) ? digits + 2 : 0;
}

// The text of a list item stands below itself.
static void write_wrapped(const Output *self, unsigned indent, Slice line) {
  unsigned inner = leading_blanks(line);
  indent += inner < self->width / 4 ? inner : self->width / 4;
  line = slice_from(line, inner);
  for (unsigned hang = mark_columns(line); line.len; line = slice_trim(line)) {
    size_t len = fitting(line, self->width - indent);
    printf("%*s", (int)indent, "");
    write_visible(stdout, slice_to(line, len));
    fputc('\n', stdout);
    line = slice_from(line, len);
    indent += hang;
    hang = 0;
  }
}

void output_paragraphs(const Output *self, unsigned indent, Slice text) {
  while (text.len) {
    const char *end = memchr(text.ptr, '\n', text.len);
    Slice line = slice_to(text, end ? (size_t)(end - text.ptr) : text.len);
    text = slice_from(text, line.len + 1);
    if (slice_ends_with(line, SLICE("\r"))) line.len--;
    if (slice_trim(line).len)
      write_wrapped(self, indent, line);
    else
      fputc('\n', stdout);
  }
}

bool output_finish(void) {
  if (fflush(stdout) == 0 && !ferror(stdout)) return true;
  if (errno != EPIPE) complain(SLICE("cannot write"), slice_of(strerror(errno)));
  return false;
}

bool output_to_stderr(void) {
  bool fine = output_finish();
  clearerr(stdout);
  return dup2(2, 1) == 1 && fine;
}

void complain(Slice subject, Slice message) {
  fputs("gloss: ", stderr);
  write_visible(stderr, subject);
  if (subject.len) fputs(": ", stderr);
  write_visible(stderr, message);
  fputc('\n', stderr);
}

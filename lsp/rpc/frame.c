#include "rpc/frame.h"

#include <glossary/base/array.h>

// What a body buffer may keep between messages.
enum { BODY_KEPT = 1024 * 1024 };

static const char LENGTH_NAME[] = "content-length:";

typedef enum { IN_HEADER, IN_BODY, IN_NONSENSE } Place;

struct Framer {
  Place place;
  bool lost;         // nonsense was reported and no whole header came since
  bool has_length;   // the header so far holds a Content-Length
  size_t length;     // of the body; at most FRAME_BODY_MAX + 1
  size_t header_len; // bytes of the header so far
  size_t matched;    // in nonsense: bytes of LENGTH_NAME just seen
  Array(char) line;  // of the header, so far
  Array(char) body;  // so far
};

Framer *framer_new(void) {
  return mem_zero(1, sizeof(Framer));
}

void framer_delete(Framer *self) {
  if (!self) return;
  array_free(&self->line);
  array_free(&self->body);
  mem_free(self);
}

bool framer_is_inside(const Framer *self) {
  return self->place == IN_BODY || self->header_len > 0;
}

static void start_header(Framer *self) {
  self->place = IN_HEADER;
  self->has_length = false;
  self->header_len = 0;
  self->line.len = 0;
}

static Frame lose_place(Framer *self, const char *problem) {
  bool known = self->lost;
  start_header(self);
  self->place = IN_NONSENSE;
  self->lost = true;
  self->matched = 0;
  return known ? (Frame){0} : (Frame){.kind = FRAME_BROKEN, .problem = problem};
}

// Digits only; a number above the bound stays just above it, whatever its size.
static bool read_length(Slice digits, size_t *length) {
  size_t value = 0;
  for (size_t i = 0; i < digits.len; i++) {
    if (!byte_is_digit(digits.ptr[i])) return false;
    value = value * 10 + (size_t)(digits.ptr[i] - '0');
    if (value > FRAME_BODY_MAX) value = FRAME_BODY_MAX + 1;
  }
  *length = value;
  return digits.len > 0;
}

static Frame end_header(Framer *self) {
  if (!self->has_length) return lose_place(self, "a message header has no Content-Length");
  if (self->length > FRAME_BODY_MAX) return lose_place(self, "a message is longer than 512 MiB");
  start_header(self);
  self->lost = false;
  self->place = self->length ? IN_BODY : IN_HEADER;
  return self->length ? (Frame){0} : (Frame){.kind = FRAME_BODY};
}

static Frame end_line(Framer *self) {
  Slice line = slice_new(self->line.items, self->line.len);
  if (slice_ends_with(line, SLICE("\r"))) line.len--;
  self->line.len = 0;
  if (!line.len) return end_header(self);
  const char *colon = memchr(line.ptr, ':', line.len);
  if (!colon) return lose_place(self, "a message header line has no colon");
  size_t name_len = (size_t)(colon - line.ptr) + 1;
  if (!slice_eq_ascii_case(slice_to(line, name_len), slice_of(LENGTH_NAME))) return (Frame){0};
  if (self->has_length) return lose_place(self, "a message header has two Content-Lengths");
  self->has_length = read_length(slice_trim(slice_from(line, name_len)), &self->length);
  return self->has_length ? (Frame){0} : lose_place(self, "Content-Length is not a number");
}

static Frame take_header_byte(Framer *self, char byte) {
  if (++self->header_len > FRAME_HEADER_MAX)
    return lose_place(self, "a message header is longer than 8 KiB");
  if (byte == '\n') return end_line(self);
  *array_push(&self->line) = byte;
  return (Frame){0};
}

// Looks for the next Content-Length. No letter of its name but the first begins it, so a mismatch
// can only start over with the byte at hand.
static void take_nonsense_byte(Framer *self, char byte) {
  char lower = byte_lower(byte);
  if (lower != LENGTH_NAME[self->matched]) self->matched = 0;
  if (lower == LENGTH_NAME[self->matched]) self->matched++;
  if (self->matched < sizeof LENGTH_NAME - 1) return;
  start_header(self);
  self->header_len = self->matched;
  array_append(&self->line, LENGTH_NAME, self->matched);
}

// After nonsense, a Content-Length inside a line of text is no header: only its own characters may
// follow.
static bool is_false_alarm(const Framer *self, char byte) {
  return self->lost && !self->has_length && !byte_is_digit(byte) && !byte_is_blank(byte);
}

static Frame take_byte(Framer *self, char byte) {
  if (self->place == IN_HEADER && is_false_alarm(self, byte)) lose_place(self, NULL);
  if (self->place == IN_HEADER) return take_header_byte(self, byte);
  take_nonsense_byte(self, byte);
  return (Frame){0};
}

static Frame take_body(Framer *self, Slice *input) {
  size_t wanted = self->length - self->body.len;
  Slice piece = slice_to(*input, wanted);
  *input = slice_from(*input, piece.len);
  bool whole = piece.len == wanted;
  if (whole) self->place = IN_HEADER;
  if (whole && !self->body.len) return (Frame){.kind = FRAME_BODY, .body = piece};
  array_append(&self->body, piece.ptr, piece.len);
  if (!whole) return (Frame){0};
  return (Frame){.kind = FRAME_BODY, .body = slice_new(self->body.items, self->length)};
}

static void drop_last_body(Framer *self) {
  if (self->place == IN_BODY) return;
  self->body.len = 0;
  if (self->body.cap > BODY_KEPT) array_free(&self->body);
}

Frame framer_read(Framer *self, Slice *input) {
  Frame frame = {0};
  drop_last_body(self);
  while (input->len && frame.kind == FRAME_NONE) {
    if (self->place == IN_BODY) {
      frame = take_body(self, input);
    } else {
      frame = take_byte(self, input->ptr[0]);
      *input = slice_from(*input, 1);
    }
  }
  return frame;
}

// Framer: cuts the byte stream of the base protocol into message bodies. It does no I/O: it is fed
// bytes as they come, in pieces of any size, and says when something is whole.
//
//   Content-Length: 52\r\n
//   Content-Type: …\r\n          (optional, not looked at)
//   \r\n
//   {"jsonrpc":"2.0", …}
//
// A header that makes no sense loses the place in the stream. It is reported once; then bytes are
// dropped until the next `Content-Length: <digits>` line. JSON cannot hold that line end, so the
// place found is a real one, and a message after the nonsense is not lost.
#pragma once

#include <glossary/base/slice.h>

#define FRAME_HEADER_MAX ((size_t)8 * 1024)

// The longest body that is taken: a text of 200 MB, escaped as JSON, with room to spare. Memory
// grows with the bytes that came, never with the length that was promised.
#define FRAME_BODY_MAX ((size_t)512 * 1024 * 1024)

typedef struct Framer Framer;

typedef enum {
  FRAME_NONE,   // all input is used up
  FRAME_BODY,   // a message body
  FRAME_BROKEN, // a header that cannot be used; `problem` says why
} FrameKind;

typedef struct {
  FrameKind kind;
  Slice body;          // valid until the next call, and no longer than the input
  const char *problem; // a sentence without final period; static
} Frame;

Framer *framer_new(void);
void framer_delete(Framer *self);

// Takes bytes from the front of `input` until something is whole or the input is used up.
Frame framer_read(Framer *self, Slice *input);

// Whether the bytes so far end inside a message.
bool framer_is_inside(const Framer *self);

// Server: one conversation, from the first byte to the last. It knows no streams: bytes go in, JSON
// comes out, and what it does in between it does on the loop, one message a turn, so that whatever
// has arrived is known (a cancel, a further keystroke) before work begins.
//
// Messages are answered in their order. A request that needs the glossaries waits until they have
// been read once, or that takes too long, and so does all that came after it.
#pragma once

#include "library/library.h"
#include <uv.h>

typedef struct Server Server;

typedef struct {
  // A whole message, without its header; borrowed.
  void (*send)(void *context, Slice body);
  // Too much waits: give nothing more until called with false.
  void (*pause)(void *context, bool paused);
  // The conversation is over. The server closes its handles on the loop.
  void (*over)(void *context);
  void *context;
} ServerOutput;

// `source`: paths and no_builtin are copied; folders come from the client.
Server *server_new(uv_loop_t *loop, const LibrarySource *source, ServerOutput output);

// Once the loop has run dry.
void server_delete(Server *self);

void server_receive(Server *self, Slice bytes);

// Nothing more will be received: what is waiting is still answered. `problem` says what broke, or
// NULL.
void server_input_ended(Server *self, const char *problem);

// 0 when the client shut the server down in order, else 1.
int server_exit_code(const Server *self);

// A conversation of any bytes. Each part of the input is one message, framed by us, but for those
// that begin with `!`: these go in as they are. The server answers in JSON and comes to an end.
#include "fuzz.h"

#include <lsp/server/server.h>

#include <jansson.h>

static const char START[] = "{\"jsonrpc\":\"2.0\",\"id\":\"start\",\"method\":\"initialize\","
                            "\"params\":{\"processId\":null,\"rootUri\":null,\"capabilities\":{}}}";

static void on_send(void *context, Slice body) {
  (void)context;
  json_t *message = json_loadb(body.ptr, body.len, JSON_ALLOW_NUL, NULL);
  MUST(message && json_object_get(message, "jsonrpc"));
  json_decref(message);
}

static void on_pause(void *context, bool paused) {
  (void)context, (void)paused;
}

static void on_over(void *context) {
  *(bool *)context = true;
}

static void receive(Server *server, Slice part) {
  char header[64];
  int len = snprintf(header, sizeof header, "Content-Length: %zu\r\n\r\n", part.len);
  bool raw = slice_starts_with(part, SLICE("!"));
  if (!raw) server_receive(server, slice_new(header, (size_t)len));
  server_receive(server, slice_from(part, raw));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Slice input = input_of(data, size);
  uv_loop_t loop;
  bool over = false;
  LibrarySource source = {0};
  uv_loop_init(&loop);
  Server *server = server_new(&loop, &source, (ServerOutput){on_send, on_pause, on_over, &over});
  receive(server, slice_new(START, sizeof START - 1));
  while (input.len && !over) {
    receive(server, take_part(&input));
    uv_run(&loop, UV_RUN_NOWAIT);
  }
  server_input_ended(server, NULL);
  uv_run(&loop, UV_RUN_DEFAULT);
  MUST(over);
  server_delete(server);
  MUST(uv_loop_close(&loop) == 0);
  return 0;
}

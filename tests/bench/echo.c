// echo: gives back what it reads, through libuv and pipes as the server does it: what a reply costs
// at the least.
#include <stdlib.h>
#include <uv.h>

static void give_room(uv_handle_t *handle, size_t suggested, uv_buf_t *buffer) {
  (void)handle;
  *buffer = uv_buf_init(malloc(suggested), (unsigned)suggested);
}

static void written(uv_write_t *request, int status) {
  (void)status;
  free(request->data);
  free(request);
}

// The stream carries the one to answer on as its data.
static void echo(uv_stream_t *stream, ssize_t len, const uv_buf_t *buffer) {
  if (len <= 0) {
    free(buffer->base);
    if (len < 0) uv_read_stop(stream);
    return;
  }
  uv_write_t *request = malloc(sizeof *request);
  uv_buf_t bytes = uv_buf_init(buffer->base, (unsigned)len);
  request->data = buffer->base;
  uv_write(request, stream->data, &bytes, 1, written);
}

int main(void) {
  uv_pipe_t in, out;
  uv_loop_t *loop = uv_default_loop();
  uv_pipe_init(loop, &in, 0);
  uv_pipe_init(loop, &out, 0);
  if (uv_pipe_open(&in, 0) || uv_pipe_open(&out, 1)) return 1;
  in.data = &out;
  uv_read_start((uv_stream_t *)&in, give_room, echo);
  return uv_run(loop, UV_RUN_DEFAULT);
}

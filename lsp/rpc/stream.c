#include "rpc/stream.h"

#include <glossary/base/memory.h>

enum { CHUNK = 64 * 1024 };

// One of the two ends. libuv's streams do not cover plain files, so those are read in the thread
// pool and written at once.
typedef struct {
  union {
    uv_handle_t handle;
    uv_stream_t stream;
    uv_pipe_t pipe;
    uv_tcp_t tcp;
    uv_tty_t tty;
  } as;
  uv_file fd;
  bool is_file;
} End;

struct Stream {
  uv_loop_t *loop;
  StreamEvents events;
  End in, out;
  uv_fs_t read;        // of a file
  unsigned open;       // handles not closed yet
  unsigned pending;    // writes and file reads under way
  bool paused;         // by the owner
  bool reading;        // libuv has been told to read
  bool ended, closing; // events.ended was called; stream_close was
  bool failed;         // nothing more can be written
  char chunk[CHUNK];
};

typedef struct {
  uv_write_t request;
  Stream *stream;
  size_t len;
  char bytes[];
} Write;

static void update_reading(Stream *self);

// ---- the end of it

static void free_when_idle(Stream *self) {
  if (self->closing && !self->open && !self->pending) mem_free(self);
}

static void on_closed(uv_handle_t *handle) {
  Stream *self = handle->data;
  self->open--;
  free_when_idle(self);
}

static void close_end(End *end) {
  if (!end->is_file && !uv_is_closing(&end->as.handle)) uv_close(&end->as.handle, on_closed);
}

static void close_when_sent(Stream *self) {
  if (!self->closing || self->pending) return;
  close_end(&self->in);
  close_end(&self->out);
  free_when_idle(self);
}

void stream_close(Stream *self) {
  self->closing = true;
  update_reading(self);
  close_when_sent(self);
}

static void end(Stream *self, int status) {
  if (self->ended || self->closing) return;
  self->ended = true;
  update_reading(self);
  self->events.ended(self->events.context, status == UV_EOF ? NULL : uv_strerror(status));
}

// ---- reading

static void read_file(Stream *self);

static void on_file_read(uv_fs_t *request) {
  Stream *self = request->data;
  ssize_t got = request->result;
  uv_fs_req_cleanup(request);
  self->pending--;
  self->reading = false;
  if (!self->closing && got > 0)
    self->events.received(self->events.context, slice_new(self->chunk, (size_t)got));
  if (got <= 0) end(self, got ? (int)got : UV_EOF);
  update_reading(self);
  close_when_sent(self);
}

static void read_file(Stream *self) {
  uv_buf_t buffer = uv_buf_init(self->chunk, CHUNK);
  self->read.data = self;
  self->pending++;
  uv_fs_read(self->loop, &self->read, self->in.fd, &buffer, 1, -1, on_file_read);
}

static void give_chunk(uv_handle_t *handle, size_t suggested, uv_buf_t *buffer) {
  (void)suggested;
  Stream *self = handle->data;
  *buffer = uv_buf_init(self->chunk, CHUNK);
}

static void on_read(uv_stream_t *stream, ssize_t got, const uv_buf_t *buffer) {
  Stream *self = stream->data;
  if (got > 0) self->events.received(self->events.context, slice_new(buffer->base, (size_t)got));
  if (got < 0) end(self, (int)got);
}

static size_t unsent(const Stream *self) {
  return self->out.is_file ? 0 : uv_stream_get_write_queue_size(&self->out.as.stream);
}

static void start_reading(Stream *self) {
  self->reading = true;
  if (self->in.is_file) {
    read_file(self);
    return;
  }
  int status = uv_read_start(&self->in.as.stream, give_chunk, on_read);
  if (status) end(self, status);
}

static void stop_reading(Stream *self) {
  if (self->in.is_file) return; // the read under way ends by itself, and none follows it
  self->reading = false;
  uv_read_stop(&self->in.as.stream);
}

static void update_reading(Stream *self) {
  bool wanted =
      !self->ended && !self->closing && !self->paused && unsent(self) <= STREAM_UNSENT_MAX;
  if (wanted && !self->reading) start_reading(self);
  if (!wanted && self->reading) stop_reading(self);
}

void stream_pause(Stream *self, bool paused) {
  self->paused = paused;
  update_reading(self);
}

// ---- writing

static void fail(Stream *self, int status) {
  self->failed = true;
  end(self, status);
}

static void on_written(uv_write_t *request, int status) {
  Write *write = request->data;
  Stream *self = write->stream;
  mem_free(write);
  self->pending--;
  if (status) fail(self, status);
  update_reading(self);
  close_when_sent(self);
}

static void write_file(Stream *self, Slice bytes) {
  while (bytes.len && !self->failed) {
    uv_fs_t request;
    uv_buf_t buffer = uv_buf_init((char *)bytes.ptr, (unsigned)bytes.len);
    int written = uv_fs_write(self->loop, &request, self->out.fd, &buffer, 1, -1, NULL);
    uv_fs_req_cleanup(&request);
    if (written < 0) fail(self, written);
    if (written > 0) bytes = slice_from(bytes, (size_t)written);
  }
}

static Write *write_new(Stream *self, Slice head, Slice body) {
  Write *write = mem_alloc(sizeof *write + head.len + body.len);
  write->request.data = write;
  write->stream = self;
  write->len = head.len + body.len;
  memcpy(write->bytes, head.ptr, head.len);
  if (body.len) memcpy(write->bytes + head.len, body.ptr, body.len);
  return write;
}

static void write_handle(Stream *self, Slice head, Slice body) {
  Write *write = write_new(self, head, body);
  uv_buf_t buffer = uv_buf_init(write->bytes, (unsigned)write->len);
  self->pending++;
  int status = uv_write(&write->request, &self->out.as.stream, &buffer, 1, on_written);
  if (status) on_written(&write->request, status);
}

void stream_write(Stream *self, Slice head, Slice body) {
  if (self->failed || self->closing) return;
  if (self->out.is_file) {
    write_file(self, head);
    write_file(self, body);
  } else {
    write_handle(self, head, body);
  }
  update_reading(self);
}

// ---- opening

static int open_handle(Stream *self, End *side, uv_handle_type type) {
  int status = type == UV_TTY   ? uv_tty_init(self->loop, &side->as.tty, side->fd, 0)
               : type == UV_TCP ? uv_tcp_init(self->loop, &side->as.tcp)
                                : uv_pipe_init(self->loop, &side->as.pipe, 0);
  side->is_file = status != 0; // nothing to close then
  if (status) return status;
  side->as.handle.data = self;
  self->open++;
  if (type == UV_TCP) return uv_tcp_open(&side->as.tcp, side->fd);
  return type == UV_TTY ? 0 : uv_pipe_open(&side->as.pipe, side->fd);
}

static int open_end(Stream *self, End *side, uv_file fd) {
  uv_handle_type type = uv_guess_handle(fd);
  side->fd = fd;
  side->is_file = type == UV_FILE || type == UV_UNKNOWN_HANDLE;
  if (type == UV_UNKNOWN_HANDLE) return UV_EBADF;
  return type == UV_FILE ? 0 : open_handle(self, side, type);
}

Stream *stream_open(uv_loop_t *loop, uv_file in, uv_file out, StreamEvents events, int *error) {
  Stream *self = mem_zero(1, sizeof *self);
  self->loop = loop;
  self->events = events;
  self->in.is_file = self->out.is_file = true;
  self->paused = true;
  *error = open_end(self, &self->in, in);
  if (!*error) *error = open_end(self, &self->out, out);
  if (*error) goto fail;
  return self;

fail:
  stream_close(self);
  return NULL;
}

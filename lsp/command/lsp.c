#include "command.h"
#include "json.h"
#include "rpc/connect.h"
#include "rpc/frame.h"
#include "rpc/stream.h"
#include "server/server.h"
#include "terminal/output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const Usage usage = {
    "lsp",
    "",
    "Serves an editor by the Language Server Protocol, over standard input and output unless told\n"
    "otherwise.\n\n"
    "With --port it waits for one client; with --pipe it goes to the client that waits at that\n"
    "socket, or waits there itself when there is none. With --socket it goes to a client too.\n\n"
    "Exit code: 0 shut down in order, 1 not, 2 wrong usage or no connection.\n",
    OPTIONS_GLOSSARIES | OPTION_STDIO | OPTION_PORT | OPTION_PIPE | OPTION_SOCKET | OPTION_CLIENT,
};

// One run: the server and the stream it speaks over.
typedef struct {
  uv_loop_t loop;
  Server *server;
  Stream *stream;
} Run;

// ---- between stream and server

static void on_received(void *context, Slice bytes) {
  Run *run = context;
  server_receive(run->server, bytes);
}

static void on_ended(void *context, const char *problem) {
  Run *run = context;
  server_input_ended(run->server, problem);
}

static void on_send(void *context, Slice body) {
  Run *run = context;
  char header[64];
  int len = snprintf(header, sizeof header, "Content-Length: %zu\r\n\r\n", body.len);
  stream_write(run->stream, slice_new(header, (size_t)len), body);
}

static void on_pause(void *context, bool paused) {
  Run *run = context;
  stream_pause(run->stream, paused);
}

static void on_over(void *context) {
  Run *run = context;
  stream_close(run->stream);
}

// ---- running

static int fail(Slice what, const char *why) {
  fputs("gloss lsp: ", stderr);
  write_visible(stderr, what);
  fprintf(stderr, ": %s\n", why);
  return EXIT_TROUBLE;
}

static int serve(Run *run, const LibrarySource *source, uv_file in, uv_file out) {
  int error;
  run->stream =
      stream_open(&run->loop, in, out, (StreamEvents){on_received, on_ended, run}, &error);
  if (!run->stream) {
    uv_run(&run->loop, UV_RUN_DEFAULT);
    return fail(SLICE("cannot talk to the client"), uv_strerror(error));
  }
  run->server = server_new(&run->loop, source, (ServerOutput){on_send, on_pause, on_over, run});
  stream_pause(run->stream, false);
  uv_run(&run->loop, UV_RUN_DEFAULT);
  int exit_code = server_exit_code(run->server);
  server_delete(run->server);
  return exit_code;
}

// Where a standard stream is closed, the loop's own descriptors would take its number and be taken
// for it.
static void fill_standard_streams(void) {
  int fd;
  do fd = open("/dev/null", O_RDWR);
  while (fd >= 0 && fd <= STDERR_FILENO);
  if (fd >= 0) close(fd);
}

static int run_on(const Options *options, uv_file in, uv_file out) {
  LibrarySource source = {
      .paths = options->glossaries, .config = options->config, .no_builtin = options->no_builtin};
  Run run = {0};
  signal(SIGPIPE, SIG_IGN); // a client that is gone is an error of writing, not our end
  json_use_memory();
  uv_loop_init(&run.loop);
  int exit_code = serve(&run, &source, in, out);
  uv_loop_close(&run.loop);
  uv_library_shutdown();
  return exit_code;
}

// A socket is two ends of one descriptor, which the loop wants apart. `name`: what it leads to.
static int run_on_socket(const Options *options, int fd, Slice name) {
  if (fd < 0) return fail(name, strerror(errno));
  return run_on(options, fd, dup(fd));
}

static int run_on_port(const Options *options, int (*connect_to)(uint16_t), uint16_t port) {
  char name[16];
  int len = snprintf(name, sizeof name, "port %u", port);
  return run_on_socket(options, connect_to(port), slice_new(name, (size_t)len));
}

static int run_with(const Options *options) {
  if (options->socket) return run_on_port(options, connect_port, options->socket);
  if (options->port) return run_on_port(options, connect_listen, options->port);
  if (options->pipe.len)
    return run_on_socket(options, connect_pipe(options->pipe.ptr), options->pipe);
  return run_on(options, STDIN_FILENO, STDOUT_FILENO);
}

int command_lsp(int argc, char **argv) {
  Options options;
  fill_standard_streams();
  OptionsResult result = options_read(&usage, argc, argv, &options);
  int exit_code = result == OPTIONS_SHOWN ? EXIT_FINE : EXIT_TROUBLE;
  if (result == OPTIONS_RUN) exit_code = run_with(&options);
  options_free(&options);
  return exit_code;
}

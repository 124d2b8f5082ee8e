#include "command.h"
#include "json.h"
#include "rpc/connect.h"
#include "rpc/frame.h"
#include "rpc/stream.h"
#include "server.h"
#include "terminal/options.h"

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
    "socket, or waits there itself when there is none. Editors may add --socket=N (a client waits\n"
    "at that port) and --clientProcessId=N.\n\n"
    "Exit code: 0 shut down in order, 1 not, 2 wrong usage or no connection.\n",
    OPTION_GLOSSARY | OPTION_NO_BUILTIN | OPTION_STDIO | OPTION_PORT | OPTION_PIPE,
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

static int complain(const char *what, const char *why) {
  fprintf(stderr, "gloss lsp: %s: %s\n", what, why);
  return EXIT_TROUBLE;
}

static int serve(Run *run, const LibrarySource *source, uv_file in, uv_file out) {
  int error;
  run->stream =
      stream_open(&run->loop, in, out, (StreamEvents){on_received, on_ended, run}, &error);
  if (!run->stream) {
    uv_run(&run->loop, UV_RUN_DEFAULT);
    return complain("cannot talk to the client", uv_strerror(error));
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
  LibrarySource source = {.paths = options->glossaries, .no_builtin = options->no_builtin};
  Run run = {0};
  signal(SIGPIPE, SIG_IGN); // a client that is gone is an error of writing, not our end
  json_use_memory();
  uv_loop_init(&run.loop);
  int exit_code = serve(&run, &source, in, out);
  uv_loop_close(&run.loop);
  uv_library_shutdown();
  return exit_code;
}

// A socket is two ends of one descriptor, which the loop wants apart.
static int run_on_socket(const Options *options, int fd) {
  if (fd < 0) return complain("no connection", strerror(errno));
  return run_on(options, fd, dup(fd));
}

static int run_with(const Options *options, uint16_t socket) {
  if (socket) return run_on_socket(options, connect_port(socket));
  if (options->port) return run_on_socket(options, connect_listen(options->port));
  if (options->pipe.len) return run_on_socket(options, connect_pipe(options->pipe.ptr));
  return run_on(options, STDIN_FILENO, STDOUT_FILENO);
}

// ---- what editors add to the command without being asked

static char *value_of(char *argument, const char *name) {
  size_t len = strlen(name);
  return strncmp(argument, name, len) ? NULL : argument + len;
}

// Takes these out of argv and gives the port of --socket, or 0.
static uint16_t take_client_options(int *argc, char **argv) {
  int kept = 0;
  unsigned long port = 0;
  for (int i = 0; i < *argc; i++) {
    char *socket = value_of(argv[i], "--socket=");
    if (socket)
      port = strtoul(socket, NULL, 10);
    else if (!value_of(argv[i], "--clientProcessId="))
      argv[kept++] = argv[i];
  }
  argv[ *argc = kept] = NULL;
  return port <= UINT16_MAX ? (uint16_t)port : 0;
}

int command_lsp(int argc, char **argv) {
  Options options;
  fill_standard_streams();
  uint16_t socket = take_client_options(&argc, argv);
  OptionsResult result = options_read(&usage, argc, argv, &options);
  int exit_code = result == OPTIONS_SHOWN ? EXIT_FINE : EXIT_TROUBLE;
  if (result == OPTIONS_RUN) exit_code = run_with(&options, socket);
  options_free(&options);
  return exit_code;
}

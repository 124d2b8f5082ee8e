#define _GNU_SOURCE // memmem, environ, addchdir, asprintf
#include "client/client.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE_MS = 300000, READ_SIZE = 1 << 16 };

struct Client {
  pid_t pid;
  int to, from;
  int64_t last_id;
  // What was read and not yet taken: bytes [start, end) of the buffer.
  char *buffer;
  size_t start, end, cap;
  uint64_t sent_at, received_at;
};

static void fail(const char *format, ...) {
  va_list args;
  va_start(args, format);
  vfprintf(stderr, format, args);
  va_end(args);
  fputc('\n', stderr);
  exit(1);
}

uint64_t clock_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

uint64_t client_received_at(const Client *self) {
  return self->received_at;
}

uint64_t client_sent_at(const Client *self) {
  return self->sent_at;
}

// ---- the process

static void pipe_or_fail(int ends[2]) {
  if (pipe(ends) != 0) fail("pipe: %s", strerror(errno));
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
}

// A server that is gone shall be an error of write, not our end; the server itself gets the usual
// signals.
static void keep_from_pipe_signals(posix_spawnattr_t *attributes) {
  sigset_t signals;
  signal(SIGPIPE, SIG_IGN);
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  posix_spawnattr_setsigdefault(attributes, &signals);
  posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF);
}

static pid_t spawn(char *const argv[], const char *folder, int in, int out) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  pid_t pid;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  if (folder) posix_spawn_file_actions_addchdir_np(&actions, folder);
  posix_spawnattr_init(&attributes);
  keep_from_pipe_signals(&attributes);
  int error = posix_spawnp(&pid, argv[0], &actions, &attributes, argv, environ);
  if (error) fail("cannot start %s: %s", argv[0], strerror(error));
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return pid;
}

Client *client_start(char *const argv[], const char *folder) {
  int in[2], out[2];
  pipe_or_fail(in);
  pipe_or_fail(out);
  Client *self = calloc(1, sizeof *self);
  *self = (Client){.pid = spawn(argv, folder, in[0], out[1]), .to = in[1], .from = out[0]};
  close(in[0]);
  close(out[1]);
  return self;
}

int client_end(Client *self, struct rusage *usage) {
  struct rusage ignored;
  int status = 0;
  close(self->to);
  wait4(self->pid, &status, 0, usage ? usage : &ignored);
  close(self->from);
  free(self->buffer);
  free(self);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

// ---- bytes

void client_write(Client *self, const char *bytes, size_t len) {
  while (len) {
    ssize_t n = write(self->to, bytes, len);
    if (n < 0 && errno != EINTR) fail("the server takes no more input: %s", strerror(errno));
    if (n > 0) bytes += n, len -= (size_t)n;
  }
}

static void make_room(Client *self) {
  if (self->start == self->end) self->start = self->end = 0;
  if (self->cap - self->end >= READ_SIZE) return;
  if (self->buffer) memmove(self->buffer, self->buffer + self->start, self->end - self->start);
  self->end -= self->start;
  self->start = 0;
  if (self->cap - self->end >= READ_SIZE) return;
  self->cap = self->cap * 2 + READ_SIZE;
  self->buffer = realloc(self->buffer, self->cap);
  if (!self->buffer) fail("out of memory");
}

static void read_more(Client *self) {
  make_room(self);
  struct pollfd ready = {.fd = self->from, .events = POLLIN};
  if (poll(&ready, 1, PATIENCE_MS) == 0) fail("no answer in %d s", PATIENCE_MS / 1000);
  ssize_t n = read(self->from, self->buffer + self->end, self->cap - self->end);
  if (n == 0) fail("the server ended before it answered");
  if (n < 0 && errno != EINTR) fail("cannot read from the server: %s", strerror(errno));
  if (n > 0) self->end += (size_t)n;
}

// `len` bytes in one piece, valid until the next call.
static const char *take(Client *self, size_t len) {
  while (self->end - self->start < len) read_more(self);
  self->start += len;
  return self->buffer + self->start - len;
}

void client_read(Client *self, char *bytes, size_t len) {
  memcpy(bytes, take(self, len), len);
}

// ---- messages

static bool header_complete(const Client *self, size_t *len) {
  char *end = self->buffer
                  ? memmem(self->buffer + self->start, self->end - self->start, "\r\n\r\n", 4)
                  : NULL;
  if (end) *len = (size_t)(end - (self->buffer + self->start)) + 4;
  return end != NULL;
}

static size_t take_header(Client *self) {
  static const char name[] = "Content-Length: ";
  size_t len;
  while (!header_complete(self, &len)) read_more(self);
  const char *header = take(self, len);
  const char *value = memmem(header, len, name, sizeof name - 1);
  if (!value) fail("a message without Content-Length");
  return strtoul(value + sizeof name - 1, NULL, 10);
}

static json_t *receive(Client *self) {
  size_t len = take_header(self);
  const char *body = take(self, len);
  self->received_at = clock_now();
  json_t *message = json_loadb(body, len, 0, NULL);
  if (!message) fail("not JSON: %.*s", (int)(len < 200 ? len : 200), body);
  return message;
}

// In one piece: two writes would wake the server twice.
static void send_message(Client *self, json_t *message) {
  char *framed;
  json_object_set_new(message, "jsonrpc", json_string("2.0"));
  char *body = json_dumps(message, JSON_COMPACT);
  int len = asprintf(&framed, "Content-Length: %zu\r\n\r\n%s", strlen(body), body);
  if (len < 0) fail("out of memory");
  json_decref(message);
  free(body);
  self->sent_at = clock_now();
  client_write(self, framed, (size_t)len);
  free(framed);
}

static void answer_with_null(Client *self, json_t *request) {
  send_message(self, json_pack("{sOsn}", "id", json_object_get(request, "id"), "result"));
}

// The next message that is not a request of the server.
static json_t *receive_ours(Client *self) {
  for (;;) {
    json_t *message = receive(self);
    bool request = json_object_get(message, "method") && json_object_get(message, "id");
    if (!request) return message;
    answer_with_null(self, message);
    json_decref(message);
  }
}

// `value` of the message, which ends with it.
static json_t *extract(json_t *message, const char *key) {
  json_t *value = json_incref(json_object_get(message, key));
  json_decref(message);
  return value;
}

void client_notify(Client *self, const char *method, json_t *params) {
  send_message(self, json_pack("{ssso*}", "method", method, "params", params));
}

json_t *client_request(Client *self, const char *method, json_t *params) {
  int64_t id = ++self->last_id;
  send_message(self,
               json_pack("{sIssso*}", "id", (json_int_t)id, "method", method, "params", params));
  for (;;) {
    json_t *message = receive_ours(self);
    json_t *error = json_object_get(message, "error");
    if (error) fail("%s: %s", method, json_string_value(json_object_get(error, "message")));
    if (json_integer_value(json_object_get(message, "id")) == id) return extract(message, "result");
    json_decref(message);
  }
}

json_t *client_await(Client *self, const char *method) {
  for (;;) {
    json_t *message = receive_ours(self);
    const char *name = json_string_value(json_object_get(message, "method"));
    if (name && strcmp(name, method) == 0) return extract(message, "params");
    json_decref(message);
  }
}

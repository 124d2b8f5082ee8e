#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The paths of the measurements need no escaping.
static json_t *uri(const char *path) {
  return json_sprintf("file://%s", path);
}

static json_t *document(const char *path) {
  return json_pack("{so}", "uri", uri(path));
}

static json_t *position(uint32_t line, uint32_t character) {
  return json_pack("{sisi}", "line", (int)line, "character", (int)character);
}

Client *session_start(const char *gloss, const char *folder) {
  char *argv[] = {(char *)gloss, "lsp", NULL};
  Client *client = client_start(argv, folder);
  json_decref(client_request(client, "initialize",
                             json_pack("{snsos[{soss}]s{s{s[s]}s{s{s[ss]}}}}", "processId",
                                       "rootUri", uri(folder), "workspaceFolders", "uri",
                                       uri(folder), "name", "measurement", "capabilities",
                                       "general", "positionEncodings", "utf-16", "textDocument",
                                       "hover", "contentFormat", "markdown", "plaintext")));
  client_notify(client, "initialized", json_object());
  return client;
}

void session_end(Client *client, struct rusage *usage) {
  json_decref(client_request(client, "shutdown", NULL));
  client_notify(client, "exit", NULL);
  int status = client_end(client, usage);
  if (status != 0) fprintf(stderr, "the server ended with %d\n", status);
}

void session_open(Client *client, const char *path, const char *language, const char *text) {
  client_notify(client, "textDocument/didOpen",
                json_pack("{s{sosssiss}}", "textDocument", "uri", uri(path), "languageId", language,
                          "version", 1, "text", text));
}

void session_change(Client *client, const char *path, int64_t version, uint32_t line, uint32_t from,
                    uint32_t to, const char *text) {
  client_notify(client, "textDocument/didChange",
                json_pack("{s{sosI}s[{s{soso}ss}]}", "textDocument", "uri", uri(path), "version",
                          (json_int_t)version, "contentChanges", "range", "start",
                          position(line, from), "end", position(line, to), "text", text));
}

static json_t *ask_at(Client *client, const char *method, const char *path, uint32_t line,
                      uint32_t character) {
  return client_request(
      client, method,
      json_pack("{soso}", "textDocument", document(path), "position", position(line, character)));
}

json_t *session_hover(Client *client, const char *path, uint32_t line, uint32_t character) {
  return ask_at(client, "textDocument/hover", path, line, character);
}

json_t *session_completion(Client *client, const char *path, uint32_t line, uint32_t character) {
  return ask_at(client, "textDocument/completion", path, line, character);
}

bool session_await_hover(Client *client, const char *path, uint32_t line, uint32_t character) {
  enum { PAUSE_US = 200 };
  const uint64_t end = clock_now() + UINT64_C(60000000000);
  for (;;) {
    json_t *hover = session_hover(client, path, line, character);
    bool answered = !json_is_null(hover);
    json_decref(hover);
    if (answered) return true;
    if (clock_now() > end) break;
    usleep(PAUSE_US);
  }
  fprintf(stderr, "no hover in a minute at %s:%u\n", path, line + 1);
  return false;
}

// Diagnostics without a version answer to everything sent so far.
static int is_of(json_t *params, json_t *wanted, int64_t version) {
  json_t *given = json_object_get(params, "version");
  return json_equal(json_object_get(params, "uri"), wanted) &&
         (!given || json_integer_value(given) == version);
}

size_t session_diagnostics(Client *client, const char *path, int64_t version) {
  json_t *wanted = uri(path);
  json_t *params = client_await(client, "textDocument/publishDiagnostics");
  while (!is_of(params, wanted, version)) {
    json_decref(params);
    params = client_await(client, "textDocument/publishDiagnostics");
  }
  size_t count = json_array_size(json_object_get(params, "diagnostics"));
  json_decref(params);
  json_decref(wanted);
  return count;
}

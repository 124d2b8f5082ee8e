// An editor at work on any text: it opens it beside a glossary, asks what can be done at a place
// and what is wrong, and edits. Every request has a result; what is told and changed lies in lines
// that there are, and edits stand in their order.
//
// Input: what the client can, the number of a language, two lines, a text, a separator, what is
// put between the lines.
#include "fuzz.h"

#include <glossary/base/utf.h>
#include <lsp/server/server.h>

#include <jansson.h>

enum { PULLS = 1, RESOLVES = 2, VERSIONED = 4, IN_BYTES = 8, CLIENTS = 16 };

static const char *const languages[] = {"gloss", "markdown", "plaintext",        "html",
                                        "latex", "python",   "restructuredtext", "asciidoc"};

static const char GLOSSARY[] =
    "## Kernel\n- avoid: core, a b\n- aliases: nut\n\nA kernel is a nut.\n\n"
    "## Dry run\n- avoid: a\n- match: smart\n\nSee [[Kernel]].\n";
static const char DOCUMENT[] = "file:///w/document";

typedef struct {
  Server *server;
  json_t *result; // of the last request
  int64_t lines;  // of the document
  bool over;
} Editor;

// --- what is told ---

static json_int_t line_of(const json_t *position) {
  MUST(json_integer_value(json_object_get(position, "character")) >= 0);
  return json_integer_value(json_object_get(position, "line"));
}

static void look_at_range(const Editor *self, const json_t *range) {
  json_int_t start = line_of(json_object_get(range, "start"));
  json_int_t end = line_of(json_object_get(range, "end"));
  MUST(0 <= start && start <= end && end < self->lines);
}

static void look_at_all(const Editor *self, const json_t *items) {
  json_int_t line = 0;
  size_t i;
  json_t *item;
  json_array_foreach(items, i, item) {
    const json_t *range = json_object_get(item, "range");
    look_at_range(self, range);
    MUST(line <= line_of(json_object_get(range, "start")));
    line = line_of(json_object_get(range, "start"));
  }
}

static void look_at_edit(const Editor *self, const json_t *edit) {
  size_t i;
  json_t *change;
  look_at_all(self, json_object_get(json_object_get(edit, "changes"), DOCUMENT));
  json_array_foreach(json_object_get(edit, "documentChanges"), i, change) {
    const char *uri =
        json_string_value(json_object_get(json_object_get(change, "textDocument"), "uri"));
    if (uri && !strcmp(uri, DOCUMENT)) look_at_all(self, json_object_get(change, "edits"));
  }
}

static void on_send(void *context, Slice body) {
  Editor *self = context;
  json_t *message = json_loadb(body.ptr, body.len, JSON_ALLOW_NUL, NULL);
  const json_t *params = json_object_get(message, "params");
  const char *uri = json_string_value(json_object_get(params, "uri"));
  MUST(message && !json_object_get(message, "error"));
  if (uri && !strcmp(uri, DOCUMENT)) look_at_all(self, json_object_get(params, "diagnostics"));
  if (json_object_get(message, "result")) {
    json_decref(self->result);
    self->result = json_incref(json_object_get(message, "result"));
  }
  json_decref(message);
}

static void on_pause(void *context, bool paused) {
  (void)context, (void)paused;
}

static void on_over(void *context) {
  ((Editor *)context)->over = true;
}

// --- what is sent ---

static void send_message(Editor *self, json_t *message) {
  char header[64], *body = json_dumps(message, JSON_COMPACT);
  int len = snprintf(header, sizeof header, "Content-Length: %zu\r\n\r\n", strlen(body));
  server_receive(self->server, slice_new(header, (size_t)len));
  server_receive(self->server, slice_of(body));
  free(body);
  json_decref(message);
}

static void notify(Editor *self, const char *method, json_t *params) {
  send_message(self, json_pack("{ssssso}", "jsonrpc", "2.0", "method", method, "params", params));
}

// Until there is a result.
static const json_t *request(Editor *self, uv_loop_t *loop, const char *method, json_t *params) {
  json_decref(self->result);
  self->result = NULL;
  send_message(self, json_pack("{sssissso*}", "jsonrpc", "2.0", "id", 1, "method", method, "params",
                               params));
  while (!self->result && uv_run(loop, UV_RUN_ONCE)) continue;
  MUST(self->result);
  return self->result;
}

static json_t *capabilities(uint32_t client) {
  json_t *actions =
      json_pack("{s{s{s[]}}}", "codeActionLiteralSupport", "codeActionKind", "valueSet");
  json_t *diagnostic = client & PULLS ? json_object() : NULL;
  if (client & RESOLVES)
    json_object_update_new(actions, json_pack("{sbs{s[s]}}", "dataSupport", 1, "resolveSupport",
                                              "properties", "edit"));
  return json_pack("{s{s[s]}s{so*so}s{s{sb}s{sbs[s]}}}", "general", "positionEncodings",
                   client & IN_BYTES ? "utf-8" : "utf-16", "textDocument", "diagnostic", diagnostic,
                   "codeAction", actions, "workspace", "diagnostics", "refreshSupport", 1,
                   "workspaceEdit", "documentChanges", (client & VERSIONED) != 0,
                   "resourceOperations", "create");
}

static void open_text(Editor *self, const char *uri, const char *language, Slice text) {
  json_t *string = json_stringn_nocheck(text.ptr ? text.ptr : "", text.len);
  notify(self, "textDocument/didOpen",
         json_pack("{s{sssssiso}}", "textDocument", "uri", uri, "languageId", language, "version",
                   1, "text", string));
}

static json_t *lines_between(uint32_t from, uint32_t to) {
  return json_pack("{s{sisi}s{sisi}}", "start", "line", (int)from, "character", 0, "end", "line",
                   (int)to, "character", 2);
}

static json_t *named(void) {
  return json_pack("{s{ss}}", "textDocument", "uri", DOCUMENT);
}

// --- what it does ---

static void look_at_actions(Editor *self, uv_loop_t *loop, uint32_t from, uint32_t to) {
  json_t *params = named(), *actions, *action;
  size_t i;
  json_object_set_new(params, "range", lines_between(from, to));
  json_object_set_new(params, "context", json_pack("{s[]}", "diagnostics"));
  actions = json_incref((json_t *)request(self, loop, "textDocument/codeAction", params));
  json_array_foreach(actions, i, action) {
    look_at_edit(self, json_object_get(action, "edit"));
    if (!json_object_get(action, "data") || json_object_get(action, "edit")) continue;
    const json_t *whole = request(self, loop, "codeAction/resolve", json_incref(action));
    look_at_edit(self, json_object_get(whole, "edit"));
  }
  json_decref(actions);
}

static void look_at_formatting(Editor *self, uv_loop_t *loop, uint32_t from, uint32_t to) {
  json_t *range = named(), *typed = named();
  json_object_set_new(range, "range", lines_between(from, to));
  json_object_set_new(typed, "position", json_pack("{sisi}", "line", (int)from, "character", 0));
  json_object_set_new(typed, "ch", json_string("\n"));
  look_at_all(self, request(self, loop, "textDocument/formatting", named()));
  look_at_all(self, request(self, loop, "textDocument/rangeFormatting", range));
  look_at_all(self, request(self, loop, "textDocument/onTypeFormatting", json_copy(typed)));
  json_object_set_new(typed, "ch", json_string("|"));
  json_object_set_new(typed, "position", json_pack("{sisi}", "line", (int)from, "character", 99));
  look_at_all(self, request(self, loop, "textDocument/onTypeFormatting", typed));
}

static void look_around(Editor *self, uv_loop_t *loop, uint32_t client, uint32_t from,
                        uint32_t to) {
  look_at_actions(self, loop, from, to);
  look_at_formatting(self, loop, from, to);
  if (!(client & PULLS)) return;
  const json_t *report = request(self, loop, "textDocument/diagnostic", named());
  look_at_all(self, json_object_get(report, "items"));
  request(self, loop, "workspace/diagnostic", json_pack("{s[]}", "previousResultIds"));
}

static void edit(Editor *self, uint32_t from, uint32_t to, Slice text) {
  json_t *params = named();
  json_object_set_new(json_object_get(params, "textDocument"), "version", json_integer(2));
  json_object_set_new(params, "contentChanges",
                      json_pack("[{soso}]", "range", lines_between(from, to), "text",
                                json_stringn_nocheck(text.len ? text.ptr : "", text.len)));
  notify(self, "textDocument/didChange", params);
}

// At most: each line end is one, be it CR, LF or both.
static int64_t lines_of(Slice text) {
  int64_t lines = 1;
  for (size_t i = 0; i < text.len; i++) lines += text.ptr[i] == '\n' || text.ptr[i] == '\r';
  return lines;
}

static void work(Editor *self, uv_loop_t *loop, Slice input) {
  uint32_t client = take_below(&input, CLIENTS);
  uint32_t language = take_below(&input, sizeof languages / sizeof *languages);
  uint32_t from = take_below(&input, 20), to = from + take_below(&input, 20);
  Slice whole = input, text = take_part(&input);
  self->lines = lines_of(whole);
  request(self, loop, "initialize",
          json_pack("{snsnso}", "processId", "rootUri", "capabilities", capabilities(client)));
  notify(self, "initialized", json_object());
  open_text(self, "file:///w/a.gloss.md", "gloss", slice_of(GLOSSARY));
  open_text(self, DOCUMENT, languages[language], text);
  look_around(self, loop, client, from, to);
  edit(self, from, to, input);
  look_around(self, loop, client, from, to);
  request(self, loop, "shutdown", NULL);
  notify(self, "exit", json_object());
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Slice input = input_of(data, size);
  uv_loop_t loop;
  Editor editor = {0};
  LibrarySource source = {.no_builtin = true};
  if (utf_find_invalid(input, 8) < input.len) return 0; // no JSON could hold it
  uv_loop_init(&loop);
  editor.server = server_new(&loop, &source, (ServerOutput){on_send, on_pause, on_over, &editor});
  work(&editor, &loop, input);
  server_input_ended(editor.server, NULL);
  uv_run(&loop, UV_RUN_DEFAULT);
  MUST(editor.over);
  server_delete(editor.server);
  json_decref(editor.result);
  MUST(uv_loop_close(&loop) == 0);
  return 0;
}

// demo GLOSS: plays an editor in front of `gloss lsp` and shows a person what the server says: a
// hover, a completion and a diagnostic, all from the embedded glossary.
#include "box.h"
#include "client/client.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NOTES "file:///demo/notes.md"
#define GLOSSARY "file:///demo/team.gloss.md"

static const char notes[] =
    "We compared kernel fusion with quantization before the next training run.\n"
    "Then we tried a la";

static const char glossary[] = "## Golden batch\n"
                               "\n"
                               "- alises: reference batch\n"
                               "- see: [[golden run]]\n"
                               "\n"
                               "The batch of inputs that **every release is replayed on.\n"
                               "\n"
                               "## Shadow run\n";

static const char *line_of(const char *text, size_t number) {
  while (number--) text = strchr(text, '\n') + 1;
  return text;
}

// ---- talking to the server

// Without a workspace, so that the embedded glossary serves.
static Client *start(char *gloss) {
  char *argv[] = {gloss, "lsp", NULL};
  Client *client = client_start(argv, NULL);
  json_t *capabilities = json_pack("{s{s[s]}s{s{s[s]}}}", "general", "positionEncodings", "utf-8",
                                   "textDocument", "hover", "contentFormat", "plaintext");
  json_decref(
      client_request(client, "initialize",
                     json_pack("{snsnso}", "processId", "rootUri", "capabilities", capabilities)));
  client_notify(client, "initialized", json_object());
  return client;
}

static void open_document(Client *client, const char *uri, const char *language, const char *text) {
  client_notify(client, "textDocument/didOpen",
                json_pack("{s{sssssiss}}", "textDocument", "uri", uri, "languageId", language,
                          "version", 1, "text", text));
}

static json_t *ask(Client *client, const char *method, size_t line, size_t character) {
  return client_request(client, method,
                        json_pack("{s{ss}s{sisi}}", "textDocument", "uri", NOTES, "position",
                                  "line", (int)line, "character", (int)character));
}

static json_t *at(json_t *value, const char *a, const char *b) {
  return json_object_get(json_object_get(value, a), b);
}

static size_t number(json_t *value) {
  return (size_t)json_integer_value(value);
}

// ---- showing what it says

// The line, with a marker below the columns [from, to).
static void show_line(const char *text, size_t line, size_t from, size_t to, Look look) {
  const char *start = line_of(text, line);
  printf("\n%4zu  %.*s\n      ", line + 1, (int)strcspn(start, "\n"), start);
  for (size_t i = 0; i < from; i++) putchar(' ');
  do look_print(look, "^");
  while (++from < to);
  putchar('\n');
}

static void show_hover(Client *client) {
  size_t column = (size_t)(strstr(notes, "fusion") - notes);
  json_t *hover = ask(client, "textDocument/hover", 0, column);
  json_t *range = json_object_get(hover, "range");
  printf("The pointer rests on a term:\n");
  show_line(notes, 0, number(at(range, "start", "character")),
            number(at(range, "end", "character")), CYAN);
  const char *text = json_string_value(at(hover, "contents", "value"));
  box_print("hover", CYAN, text ? text : "(nothing)", 14);
  json_decref(hover);
}

static void add_label(char *list, size_t size, json_t *item) {
  const char *detail = json_string_value(json_object_get(item, "detail"));
  size_t used = strlen(list);
  snprintf(list + used, size - used, "%-36.36s %.38s\n",
           json_string_value(json_object_get(item, "label")), detail ? detail : "");
}

static void show_completion(Client *client) {
  size_t column = strlen(line_of(notes, 1));
  json_t *answer = ask(client, "textDocument/completion", 1, column);
  json_t *items = json_is_array(answer) ? answer : json_object_get(answer, "items");
  char list[2048] = "";
  printf("\nThe beginning of a term is typed:\n");
  show_line(notes, 1, column, column, GREEN);
  for (size_t i = 0; i < json_array_size(items) && i < 6; i++)
    add_label(list, sizeof list, json_array_get(items, i));
  box_print("completion", GREEN, *list ? list : "(nothing)", 6);
  json_decref(answer);
}

static void show_diagnostic(json_t *diagnostic) {
  static const Look looks[] = {PLAIN, RED, YELLOW, CYAN, DIM};
  static const char *const names[] = {"", "error", "warning", "information", "hint"};
  json_t *range = json_object_get(diagnostic, "range");
  size_t line = number(at(range, "start", "line")),
         severity = number(json_object_get(diagnostic, "severity")) % 5;
  const char *code = json_string_value(json_object_get(diagnostic, "code"));
  show_line(glossary, line, number(at(range, "start", "character")),
            number(at(range, "end", "character")), looks[severity]);
  look_print(looks[severity], "      %s", names[severity]);
  printf(": %s", json_string_value(json_object_get(diagnostic, "message")));
  look_print(DIM, " [%s]\n", code ? code : "");
}

static void show_diagnostics(Client *client) {
  open_document(client, GLOSSARY, "gloss", glossary);
  json_t *params = client_await(client, "textDocument/publishDiagnostics");
  json_t *diagnostics = json_object_get(params, "diagnostics");
  size_t i;
  json_t *diagnostic;
  printf("\nSomebody writes entries of their own:\n");
  json_array_foreach(diagnostics, i, diagnostic) show_diagnostic(diagnostic);
  json_decref(params);
}

int main(int argc, char **argv) {
  if (argc != 2) return fputs("usage: demo GLOSS\n", stderr), 2;
  Client *client = start(argv[1]);
  open_document(client, NOTES, "markdown", notes);
  show_hover(client);
  show_completion(client);
  show_diagnostics(client);
  json_decref(client_request(client, "shutdown", NULL));
  client_notify(client, "exit", NULL);
  return client_end(client, NULL);
}

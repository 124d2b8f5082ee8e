// The server in-process: messages in, messages out, on a loop of our own.
#include <lsp/json.h>
#include <lsp/server/server.h>

#include <glossary/base/array.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

typedef struct {
  uv_loop_t loop;
  Server *server;
  Array(json_t *) said; // by the server
  unsigned pauses, resumes;
  bool over;
} Talk;

static void on_send(void *context, Slice body) {
  Talk *talk = context;
  json_t *message = json_loadb(body.ptr, body.len, 0, NULL);
  assert_non_null(message);
  *array_push(&talk->said) = message;
}

static void on_pause(void *context, bool paused) {
  Talk *talk = context;
  if (paused)
    talk->pauses++;
  else
    talk->resumes++;
}

static void on_over(void *context) {
  ((Talk *)context)->over = true;
}

static void talk_start(Talk *talk) {
  *talk = (Talk){0};
  uv_loop_init(&talk->loop);
  LibrarySource source = {.no_builtin = true};
  talk->server = server_new(&talk->loop, &source, (ServerOutput){on_send, on_pause, on_over, talk});
}

// Ends it if need be; the exit code.
static int talk_end(Talk *talk) {
  server_input_ended(talk->server, NULL);
  uv_run(&talk->loop, UV_RUN_DEFAULT);
  assert_true(talk->over);
  int exit_code = server_exit_code(talk->server);
  server_delete(talk->server);
  assert_int_equal(uv_loop_close(&talk->loop), 0);
  for (size_t i = 0; i < talk->said.len; i++) json_decref(talk->said.items[i]);
  array_free(&talk->said);
  return exit_code;
}

typedef Array(char) Bytes;

static void add_frame(Bytes *bytes, const char *body) {
  char header[64];
  int len = snprintf(header, sizeof header, "Content-Length: %zu\r\n\r\n", strlen(body));
  array_append(bytes, header, (size_t)len);
  array_append(bytes, body, strlen(body));
}

static void receive(Talk *talk, Bytes *bytes) {
  server_receive(talk->server, slice_new(bytes->items, bytes->len));
  array_free(bytes);
}

static void say(Talk *talk, const char *body) {
  Bytes bytes = {0};
  add_frame(&bytes, body);
  receive(talk, &bytes);
}

// The only answer to that id, or NULL.
static const json_t *answer_to(const Talk *talk, int id) {
  const json_t *found = NULL;
  for (size_t i = 0; i < talk->said.len; i++) {
    const json_t *message = talk->said.items[i], *its = json_object_get(message, "id");
    if (!json_is_integer(its) || json_integer_value(its) != id) continue;
    assert_null(found);
    found = message;
  }
  return found;
}

static const json_t *wait_for(Talk *talk, int id) {
  while (!answer_to(talk, id) && !talk->over) uv_run(&talk->loop, UV_RUN_ONCE);
  assert_non_null(answer_to(talk, id));
  return answer_to(talk, id);
}

// The code of the error with which it is answered, or 0.
static int code_of(Talk *talk, int id) {
  const json_t *error = json_object_get(wait_for(talk, id), "error");
  return (int)json_integer_value(json_object_get(error, "code"));
}

#define CALL(id, method, params)                                                                   \
  "{\"jsonrpc\":\"2.0\",\"id\":" #id ",\"method\":\"" method "\",\"params\":" params "}"
#define NOTE(method, params) "{\"jsonrpc\":\"2.0\",\"method\":\"" method "\",\"params\":" params "}"

#define PLACE(uri, line, character)                                                                \
  "{\"textDocument\":{\"uri\":\"" uri "\"},\"position\":{\"line\":" #line                          \
  ",\"character\":" #character "}}"
#define INITIALIZE                                                                                 \
  CALL(1, "initialize", "{\"processId\":null,\"rootUri\":null,\"capabilities\":{}}")
#define HOVER(id) CALL(id, "textDocument/hover", PLACE("file:///g.gloss", 0, 4))
#define OPEN                                                                                       \
  NOTE("textDocument/didOpen",                                                                     \
       "{\"textDocument\":{\"uri\":\"file:///g.gloss\",\"languageId\":\"gloss\",\"version\":1,"    \
       "\"text\":\"## Gasket\\n\\nA gasket is a seal.\\n\"}}")

static void test_the_life_of_a_server(void **state) {
  (void)state;
  Talk talk;
  talk_start(&talk);
  say(&talk, HOVER(10));
  assert_int_equal(code_of(&talk, 10), -32002);
  say(&talk, INITIALIZE);
  assert_int_equal(code_of(&talk, 1), 0);
  say(&talk, CALL(11, "initialize", "{}"));
  assert_int_equal(code_of(&talk, 11), -32600);
  say(&talk, CALL(12, "gloss/unheardOf", "{}"));
  assert_int_equal(code_of(&talk, 12), -32601);
  say(&talk, CALL(13, "textDocument/hover", "{}"));
  assert_int_equal(code_of(&talk, 13), -32602);
  say(&talk, CALL(14, "shutdown", "null"));
  assert_int_equal(code_of(&talk, 14), 0);
  say(&talk, HOVER(15));
  assert_int_equal(code_of(&talk, 15), -32600);
  say(&talk, NOTE("exit", "null"));
  uv_run(&talk.loop, UV_RUN_DEFAULT);
  assert_true(talk.over);
  assert_int_equal(talk_end(&talk), 0);
}

static void test_the_end_of_the_input_ends_it_after_the_answers(void **state) {
  (void)state;
  Talk talk;
  talk_start(&talk);
  say(&talk, INITIALIZE);
  say(&talk, HOVER(2));
  server_input_ended(talk.server, NULL);
  assert_int_equal(code_of(&talk, 2), 0);
  assert_int_equal(talk_end(&talk), 1);
}

static void test_a_waiting_request_is_cancelled(void **state) {
  (void)state;
  Talk talk;
  talk_start(&talk);
  say(&talk, INITIALIZE);
  Bytes bytes = {0};
  add_frame(&bytes, HOVER(20));
  add_frame(&bytes, HOVER(21));
  add_frame(&bytes, NOTE("$/cancelRequest", "{\"id\":20}"));
  add_frame(&bytes, NOTE("$/cancelRequest", "{\"id\":99}"));
  receive(&talk, &bytes);
  assert_int_equal(code_of(&talk, 20), -32800);
  assert_int_equal(code_of(&talk, 21), 0);
  say(&talk, NOTE("$/cancelRequest", "{\"id\":21}"));
  talk_end(&talk);
}

static void test_answers_keep_the_order_and_see_their_own_text(void **state) {
  (void)state;
  Talk talk;
  talk_start(&talk);
  Bytes bytes = {0};
  add_frame(&bytes, INITIALIZE);
  add_frame(&bytes, HOVER(2));
  add_frame(&bytes, OPEN);
  add_frame(&bytes, HOVER(3));
  add_frame(&bytes,
            NOTE("textDocument/didClose", "{\"textDocument\":{\"uri\":\"file:///g.gloss\"}}"));
  add_frame(&bytes, HOVER(4));
  receive(&talk, &bytes);
  wait_for(&talk, 4);
  assert_true(json_is_null(json_object_get(answer_to(&talk, 2), "result")));
  assert_true(json_is_object(json_object_get(answer_to(&talk, 3), "result")));
  assert_true(json_is_null(json_object_get(answer_to(&talk, 4), "result")));
  int last = 0;
  for (size_t i = 0; i < talk.said.len; i++) {
    int id = (int)json_integer_value(json_object_get(talk.said.items[i], "id"));
    assert_true(!id || id > last);
    if (id) last = id;
  }
  talk_end(&talk);
}

static size_t count_method(const Talk *talk, const char *method) {
  size_t count = 0;
  for (size_t i = 0; i < talk->said.len; i++) {
    const char *its = json_string_value(json_object_get(talk->said.items[i], "method"));
    count += its && !strcmp(its, method);
  }
  return count;
}

#define CHANGE                                                                                     \
  NOTE("textDocument/didChange",                                                                   \
       "{\"textDocument\":{\"uri\":\"file:///g.gloss\",\"version\":2},\"contentChanges\":["        \
       "{\"range\":{\"start\":{\"line\":0,\"character\":4},\"end\":{\"line\":0,\"character\":4}}," \
       "\"text\":\"x\"}]}")

static void test_a_burst_of_keystrokes_is_checked_once(void **state) {
  (void)state;
  Talk talk;
  talk_start(&talk);
  say(&talk, INITIALIZE);
  say(&talk, OPEN);
  say(&talk, HOVER(2));
  wait_for(&talk, 2);
  uv_run(&talk.loop, UV_RUN_NOWAIT);
  size_t before = count_method(&talk, "textDocument/publishDiagnostics");
  Bytes bytes = {0};
  for (int i = 0; i < 50; i++) add_frame(&bytes, CHANGE);
  add_frame(&bytes, HOVER(3));
  receive(&talk, &bytes);
  wait_for(&talk, 3);
  uv_run(&talk.loop, UV_RUN_NOWAIT);
  assert_int_equal(count_method(&talk, "textDocument/publishDiagnostics"), before + 1);
  talk_end(&talk);
}

// Opens a glossary that takes many turns to check, and lets some of them pass.
static void open_large_glossary(Talk *talk, int entries) {
  Bytes text = {0}, frame = {0};
  for (int i = 0; i < entries; i++) {
    char entry[96];
    int len = snprintf(entry, sizeof entry, "## Gasket %d\\n\\nA gasket is a seal.\\n\\n", i);
    array_append(&text, entry, (size_t)len);
  }
  *array_push(&text) = '\0';
  Arena *arena = arena_new();
  add_frame(&frame, arena_format(arena,
                                 NOTE("textDocument/didOpen",
                                      "{\"textDocument\":{\"uri\":\"file:///g.gloss\","
                                      "\"languageId\":\"gloss\",\"version\":1,\"text\":\"%s\"}}"),
                                 text.items)
                        .ptr);
  receive(talk, &frame);
  array_free(&text);
  arena_delete(arena);
  for (int i = 0; i < 3; i++) uv_run(&talk->loop, UV_RUN_NOWAIT);
}

static void test_a_request_is_answered_while_a_large_glossary_is_checked(void **state) {
  (void)state;
  Talk talk;
  talk_start(&talk);
  say(&talk, INITIALIZE);
  say(&talk, HOVER(2));
  wait_for(&talk, 2);
  open_large_glossary(&talk, 5000);
  say(&talk, HOVER(3));
  assert_true(json_is_object(json_object_get(wait_for(&talk, 3), "result")));
  assert_int_equal(count_method(&talk, "textDocument/publishDiagnostics"), 0);
  while (!count_method(&talk, "textDocument/publishDiagnostics")) uv_run(&talk.loop, UV_RUN_ONCE);
  talk_end(&talk);
}

static void test_too_much_waiting_pauses_the_input(void **state) {
  (void)state;
  Talk talk;
  talk_start(&talk);
  say(&talk, INITIALIZE);
  wait_for(&talk, 1);
  Bytes bytes = {0};
  for (int i = 0; i < 130000; i++) add_frame(&bytes, NOTE("gloss/unheardOf", "{}"));
  add_frame(&bytes, HOVER(2));
  receive(&talk, &bytes);
  wait_for(&talk, 2);
  assert_int_equal(talk.pauses, 1);
  assert_int_equal(talk.resumes, 1);
  talk_end(&talk);
}

// What is cancelled no longer waits, so it does not count.
static void test_cancelled_requests_do_not_pause_the_input(void **state) {
  (void)state;
  enum { REQUESTS = 80, SIZE = 1 << 20 };
  static char body[SIZE + 256];
  Talk talk;
  talk_start(&talk);
  say(&talk, INITIALIZE);
  wait_for(&talk, 1);
  Bytes bytes = {0};
  for (int id = 10; id < 10 + REQUESTS; id++) {
    int len = snprintf(body, sizeof body,
                       "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"m\",\"params\":[\"", id);
    memset(body + len, 'x', SIZE);
    strcpy(body + len + SIZE, "\"]}");
    add_frame(&bytes, body);
    snprintf(body, sizeof body, NOTE("$/cancelRequest", "{\"id\":%d}"), id);
    add_frame(&bytes, body);
  }
  add_frame(&bytes, HOVER(2));
  receive(&talk, &bytes);
  wait_for(&talk, 2);
  for (int id = 10; id < 10 + REQUESTS; id++) assert_int_equal(code_of(&talk, id), -32800);
  assert_int_equal(talk.pauses, 0);
  talk_end(&talk);
}

static void test_nonsense_is_answered_and_left_behind(void **state) {
  (void)state;
  Talk talk;
  talk_start(&talk);
  server_receive(talk.server, SLICE("nonsense\r\n"));
  say(&talk, "[");
  say(&talk, INITIALIZE);
  assert_int_equal(code_of(&talk, 1), 0);
  size_t errors = 0;
  for (size_t i = 0; i < talk.said.len; i++)
    errors += json_is_null(json_object_get(talk.said.items[i], "id")) &&
              json_object_get(talk.said.items[i], "error");
  assert_int_equal(errors, 2);
  talk_end(&talk);
}

int main(void) {
  json_use_memory();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_life_of_a_server),
      cmocka_unit_test(test_the_end_of_the_input_ends_it_after_the_answers),
      cmocka_unit_test(test_a_waiting_request_is_cancelled),
      cmocka_unit_test(test_answers_keep_the_order_and_see_their_own_text),
      cmocka_unit_test(test_a_burst_of_keystrokes_is_checked_once),
      cmocka_unit_test(test_a_request_is_answered_while_a_large_glossary_is_checked),
      cmocka_unit_test(test_too_much_waiting_pauses_the_input),
      cmocka_unit_test(test_cancelled_requests_do_not_pause_the_input),
      cmocka_unit_test(test_nonsense_is_answered_and_left_behind),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

// JSON-RPC messages: what each body is, and how ours are written.
#include <lsp/rpc/message.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void check(const char *body, MessageKind kind, int code, const char *id) {
  Message message = message_read(slice_of(body));
  if (message.kind != kind) fail_msg("%s: kind %d, not %d", body, message.kind, kind);
  if (message.problem_code != code) fail_msg("%s: code %d", body, message.problem_code);
  char *text = message.id ? json_dumps(message.id, JSON_ENCODE_ANY) : NULL;
  if (strcmp(text ? text : "none", id)) fail_msg("%s: id %s, not %s", body, text, id);
  free(text);
  message_free(&message);
}

static void test_kinds(void **state) {
  (void)state;
  check("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\"}", MESSAGE_REQUEST, 0, "1");
  check("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"x\"}", MESSAGE_REQUEST, 0, "\"a\"");
  check("{\"jsonrpc\":\"2.0\",\"method\":\"x\"}", MESSAGE_NOTIFICATION, 0, "none");
  check("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null}", MESSAGE_RESPONSE, 0, "1");
  check("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{}}", MESSAGE_RESPONSE, 0, "none");
}

static void test_what_is_no_json(void **state) {
  (void)state;
  check("", MESSAGE_INVALID, RPC_PARSE_ERROR, "none");
  check("{", MESSAGE_INVALID, RPC_PARSE_ERROR, "none");
  check("{} {}", MESSAGE_INVALID, RPC_PARSE_ERROR, "none");
  check("{\"jsonrpc\":\"\xFF\"}", MESSAGE_INVALID, RPC_PARSE_ERROR, "none");
}

static void test_what_is_no_message(void **state) {
  (void)state;
  check("[]", MESSAGE_INVALID, RPC_INVALID_REQUEST, "none");
  check("7", MESSAGE_INVALID, RPC_INVALID_REQUEST, "none");
  check("{}", MESSAGE_INVALID, RPC_INVALID_REQUEST, "none");
  check("{\"id\":1,\"method\":\"x\"}", MESSAGE_INVALID, RPC_INVALID_REQUEST, "1");
  check("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}", MESSAGE_INVALID, RPC_INVALID_REQUEST, "1");
  check("{\"jsonrpc\":\"2.0\",\"id\":1}", MESSAGE_INVALID, RPC_INVALID_REQUEST, "1");
  check("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"x\"}", MESSAGE_INVALID, RPC_INVALID_REQUEST,
        "none");
  check("{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"x\"}", MESSAGE_INVALID, RPC_INVALID_REQUEST,
        "none");
}

static void test_an_absurd_number_does_not_lose_the_request(void **state) {
  (void)state;
  Message message = message_read(SLICE("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"x\","
                                       "\"params\":{\"line\":99999999999999999999}}"));
  assert_int_equal(message.kind, MESSAGE_REQUEST);
  assert_true(json_is_integer(message.id) && json_integer_value(message.id) == 3);
  assert_true(json_number_value(json_object_get(message.params, "line")) > 9e19);
  message_free(&message);
}

static void check_text(const char *escaped, const char *expected) {
  char body[256];
  snprintf(body, sizeof body, "{\"jsonrpc\":\"2.0\",\"method\":\"x\",\"params\":[\"%s\"]}",
           escaped);
  Message message = message_read(slice_of(body));
  const char *text = json_string_value(json_array_get(message.params, 0));
  assert_non_null(text);
  assert_string_equal(text, expected);
  message_free(&message);
}

static void test_half_a_surrogate_pair(void **state) {
  (void)state;
  check_text("\\ud83e\\udd6a", "🥪");
  check_text("a\\ud800b", "a\uFFFDb");
  check_text("\\uDC00\\ud800", "\uFFFD\uFFFD");
  check_text("\\ud800\\ud83e\\udd6a", "\uFFFD🥪");
  check_text("\\\\ud800 \\ud800", "\\ud800 \uFFFD");
}

static void check_written(json_t *message, const char *expected) {
  MessageBytes bytes = {0};
  message_write(message, &bytes);
  *array_push(&bytes) = '\0';
  assert_string_equal(bytes.items, expected);
  array_free(&bytes);
}

static void test_ours(void **state) {
  (void)state;
  json_t *id = json_string("a\n");
  check_written(message_result(id, NULL), "{\"jsonrpc\":\"2.0\",\"id\":\"a\\n\",\"result\":null}");
  check_written(message_error(NULL, -1, "why"),
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-1,\"message\":\"why\"}}");
  check_written(message_notification("m", NULL), "{\"jsonrpc\":\"2.0\",\"method\":\"m\"}");
  check_written(message_request("q", "m", json_array()),
                "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[],\"id\":\"q\"}");
  json_decref(id);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_kinds),
      cmocka_unit_test(test_what_is_no_json),
      cmocka_unit_test(test_what_is_no_message),
      cmocka_unit_test(test_an_absurd_number_does_not_lose_the_request),
      cmocka_unit_test(test_half_a_surrogate_pair),
      cmocka_unit_test(test_ours),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

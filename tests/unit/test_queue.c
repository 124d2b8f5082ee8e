// The queue: the order of messages, and requests that are taken out of it by their ids.
#include <lsp/json.h>
#include <lsp/server/queue.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

enum { MANY = 100000 };

// A request whose id is `id`, written as JSON, or a notification when it is NULL.
static void push(Queue *queue, const char *id, int mark) {
  char body[128];
  int len =
      id ? snprintf(body, sizeof body,
                    "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"m\",\"params\":[%d]}", id, mark)
         : snprintf(body, sizeof body, "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[%d]}",
                    mark);
  Message message = message_read(slice_new(body, (size_t)len));
  assert_int_equal(message.kind, id ? MESSAGE_REQUEST : MESSAGE_NOTIFICATION);
  queue_push(queue, message, (size_t)len);
}

static int mark_of(Message message) {
  int mark = (int)json_integer_value(json_array_get(message.params, 0));
  message_free(&message);
  return mark;
}

static int pop(Queue *queue) {
  assert_non_null(queue_first(queue));
  return mark_of(queue_pop(queue));
}

// The mark of the request with that id, -1 when there is none.
static int take(Queue *queue, const char *id) {
  Message message;
  json_t *wanted = json_loads(id, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
  assert_non_null(wanted);
  bool found = queue_take(queue, wanted, &message);
  json_decref(wanted);
  return found ? mark_of(message) : -1;
}

static void assert_empty(Queue *queue) {
  assert_null(queue_first(queue));
  assert_int_equal(queue_bytes(queue), 0);
  queue_delete(queue);
}

static void test_first_come_first_served(void **state) {
  (void)state;
  Queue *queue = queue_new();
  push(queue, "1", 1);
  push(queue, NULL, 2);
  assert_int_equal(pop(queue), 1);
  push(queue, "\"a\"", 3);
  assert_int_equal(pop(queue), 2);
  assert_int_equal(pop(queue), 3);
  assert_int_equal(take(queue, "1"), -1);
  assert_empty(queue);
}

static void test_taken_from_the_start_the_middle_and_the_end(void **state) {
  (void)state;
  Queue *queue = queue_new();
  for (int i = 0; i < 5; i++) push(queue, (const char *[]){"10", "11", NULL, "13", "14"}[i], i);
  assert_int_equal(take(queue, "11"), 1);
  assert_int_equal(take(queue, "14"), 4);
  assert_int_equal(take(queue, "10"), 0);
  assert_int_equal(take(queue, "10"), -1);
  push(queue, "15", 5);
  assert_int_equal(pop(queue), 2);
  assert_int_equal(pop(queue), 3);
  assert_int_equal(pop(queue), 5);
  assert_empty(queue);
}

static void test_a_number_is_no_string(void **state) {
  (void)state;
  Queue *queue = queue_new();
  push(queue, "\"7\"", 1);
  push(queue, "7", 2);
  push(queue, "\"7\\u00007\"", 3);
  push(queue, "\"\"", 4);
  push(queue, "-7", 5);
  static const char *const absent[] = {"7.0", "true", "null", "{}", "[7]", "0", "\"7\\u0000\""};
  for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
    assert_int_equal(take(queue, absent[i]), -1);
  assert_int_equal(take(queue, "7"), 2);
  assert_int_equal(take(queue, "\"7\\u00007\""), 3);
  assert_int_equal(take(queue, "\"7\""), 1);
  assert_int_equal(take(queue, "-7"), 5);
  assert_int_equal(take(queue, "\"\""), 4);
  assert_empty(queue);
}

static void test_of_one_id_the_first_is_taken(void **state) {
  (void)state;
  Queue *queue = queue_new();
  for (int i = 0; i < MANY; i++) push(queue, "1", i);
  assert_int_equal(pop(queue), 0);
  for (int i = 1; i < MANY; i++) assert_int_equal(take(queue, "1"), i);
  assert_int_equal(take(queue, "1"), -1);
  push(queue, "1", MANY);
  assert_int_equal(pop(queue), MANY);
  assert_empty(queue);
}

static const char *id_of(int i, char *text, size_t size) {
  snprintf(text, size, i % 2 ? "%d" : "\"%d\"", i);
  return text;
}

// Every third one in a jumbled order, so that those which stay keep theirs.
static void test_many_in_any_order(void **state) {
  (void)state;
  Queue *queue = queue_new();
  char id[32];
  for (int i = 0; i < MANY; i++) push(queue, id_of(i, id, sizeof id), i);
  for (int i = 0; i < MANY; i++) {
    int at = (int)((int64_t)i * 7919 % MANY);
    if (at % 3 == 0) assert_int_equal(take(queue, id_of(at, id, sizeof id)), at);
  }
  for (int i = 0; i < MANY; i++)
    if (i % 3) assert_int_equal(pop(queue), i);
  assert_empty(queue);
}

static void test_what_waits_is_let_go(void **state) {
  (void)state;
  Queue *queue = queue_new();
  push(queue, "1", 1);
  push(queue, NULL, 2);
  assert_true(queue_bytes(queue) > 0);
  queue_delete(queue);
  queue_delete(NULL);
}

int main(void) {
  json_use_memory();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_first_come_first_served),
      cmocka_unit_test(test_taken_from_the_start_the_middle_and_the_end),
      cmocka_unit_test(test_a_number_is_no_string),
      cmocka_unit_test(test_of_one_id_the_first_is_taken),
      cmocka_unit_test(test_many_in_any_order),
      cmocka_unit_test(test_what_waits_is_let_go),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

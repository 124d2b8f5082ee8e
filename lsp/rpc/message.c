#include "rpc/message.h"

#include "rpc/surrogates.h"

static json_t *parse_with(Slice body, size_t flags, json_error_t *error) {
  return json_loadb(body.len ? body.ptr : "", body.len, JSON_ALLOW_NUL | JSON_DECODE_ANY | flags,
                    error);
}

// Reads an integer beyond 64 bits as a real number, so that one absurd position does not make the
// whole request unreadable.
static json_t *parse_once(Slice body) {
  json_error_t error;
  json_t *root = parse_with(body, 0, &error);
  bool too_big = !root && json_error_code(&error) == json_error_numeric_overflow;
  return too_big ? parse_with(body, JSON_DECODE_INT_AS_REAL, &error) : root;
}

// The editor's text may hold half a surrogate pair, which its JSON passes on and ours refuses.
static json_t *parse(Slice body) {
  json_t *root = parse_once(body);
  if (root) return root;
  MessageBytes mended = {0};
  if (surrogates_mend(body, &mended)) root = parse_once(slice_new(mended.items, mended.len));
  array_free(&mended);
  return root;
}

static json_t *member(const json_t *object, const char *key) {
  json_t *value = json_object_get(object, key);
  return json_is_null(value) ? NULL : value;
}

static bool is_whole(double value) {
  return value > -1e18 && value < 1e18 && value == (double)(json_int_t)value;
}

// A whole number is an id, also where integers were read as real numbers; it goes back as an
// integer.
static void restore_id(json_t *root) {
  const json_t *id = json_object_get(root, "id");
  double value = json_real_value(id);
  if (json_is_real(id) && is_whole(value))
    json_object_set_new(root, "id", json_integer((json_int_t)value));
}

static bool is_id(const json_t *id) {
  return json_is_integer(id) || json_is_string(id);
}

static Message invalid(json_t *root, json_t *id, int code, const char *problem) {
  return (Message){
      .kind = MESSAGE_INVALID, .root = root, .id = id, .problem_code = code, .problem = problem};
}

static Message invalid_request(json_t *root, json_t *id, const char *problem) {
  return invalid(root, id, RPC_INVALID_REQUEST, problem);
}

static Message read_call(json_t *root, json_t *id, json_t *method) {
  if (!json_is_string(method)) return invalid_request(root, id, "method is not a string");
  return (Message){
      .kind = id ? MESSAGE_REQUEST : MESSAGE_NOTIFICATION,
      .root = root,
      .id = id,
      .method = slice_new(json_string_value(method), json_string_length(method)),
      .params = member(root, "params"),
  };
}

static Message read_response(json_t *root, json_t *id) {
  bool is_response = json_object_get(root, "result") || json_object_get(root, "error");
  if (!is_response) return invalid_request(root, id, "neither a request nor a response");
  return (Message){.kind = MESSAGE_RESPONSE,
                   .root = root,
                   .id = id,
                   .error = member(root, "error"),
                   .result = member(root, "result")};
}

static bool is_version_2(const json_t *version) {
  return json_is_string(version) && !strcmp(json_string_value(version), "2.0");
}

Message message_read(Slice body) {
  json_t *root = parse(body);
  if (!root) return invalid(NULL, NULL, RPC_PARSE_ERROR, "the message is not JSON");
  if (!json_is_object(root)) return invalid_request(root, NULL, "the message is not an object");
  restore_id(root);
  json_t *id = json_object_get(root, "id");
  json_t *method = json_object_get(root, "method");
  if (id && !is_id(id) && method)
    return invalid_request(root, NULL, "id is neither an integer nor a string");
  if (id && !is_id(id)) id = NULL;
  if (!is_version_2(json_object_get(root, "jsonrpc")))
    return invalid_request(root, id, "jsonrpc is not \"2.0\"");
  return method ? read_call(root, id, method) : read_response(root, id);
}

void message_free(Message *self) {
  json_decref(self->root);
  *self = (Message){0};
}

static json_t *envelope(void) {
  return json_pack("{ss}", "jsonrpc", "2.0");
}

static json_t *answer(json_t *id) {
  json_t *message = envelope();
  json_object_set_new(message, "id", id ? json_incref(id) : json_null());
  return message;
}

json_t *message_result(json_t *id, json_t *result) {
  json_t *message = answer(id);
  json_object_set_new(message, "result", result ? result : json_null());
  return message;
}

json_t *message_error(json_t *id, int code, const char *problem) {
  json_t *message = answer(id);
  json_object_set_new(message, "error", json_pack("{siss}", "code", code, "message", problem));
  return message;
}

json_t *message_notification(const char *method, json_t *params) {
  json_t *message = envelope();
  json_object_set_new(message, "method", json_string(method));
  if (params) json_object_set_new(message, "params", params);
  return message;
}

json_t *message_request(const char *id, const char *method, json_t *params) {
  json_t *message = message_notification(method, params);
  json_object_set_new(message, "id", json_string(id));
  return message;
}

static int append(const char *bytes, size_t len, void *context) {
  MessageBytes *out = context;
  array_append(out, bytes, len);
  return 0;
}

void message_write(json_t *message, MessageBytes *out) {
  json_dump_callback(message, append, out, JSON_COMPACT);
  json_decref(message);
}

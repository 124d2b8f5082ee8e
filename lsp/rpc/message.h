// Message: JSON-RPC 2.0 as LSP uses it. Bytes of a body become one of three kinds of message, or an
// error with which to answer.
#pragma once

#include <glossary/base/array.h>
#include <glossary/base/slice.h>
#include <jansson.h>

enum {
  RPC_PARSE_ERROR = -32700,
  RPC_INVALID_REQUEST = -32600,
  RPC_METHOD_NOT_FOUND = -32601,
  RPC_INVALID_PARAMS = -32602,
  RPC_SERVER_NOT_INITIALIZED = -32002,
  RPC_REQUEST_CANCELLED = -32800,
  RPC_CONTENT_MODIFIED = -32801,
  RPC_SERVER_CANCELLED = -32802,
};

typedef enum {
  MESSAGE_REQUEST,      // id, method, params
  MESSAGE_NOTIFICATION, // method, params
  MESSAGE_RESPONSE,     // id, and result, or error when it failed
  MESSAGE_INVALID,      // to be answered with problem_code and problem
} MessageKind;

// Everything is borrowed from `root`, which the message owns.
typedef struct {
  MessageKind kind;
  json_t *root;
  json_t *id; // an integer or a string; NULL when there is none to answer to
  Slice method;
  json_t *params; // NULL when absent or null
  json_t *error;  // NULL when absent or null
  json_t *result; // of a response; NULL when absent
  int problem_code;
  const char *problem; // static
} Message;

Message message_read(Slice body);
void message_free(Message *self);

// What we send. Each takes over `result` and `params` (NULL: left out, or null as a result),
// borrows `id` (NULL: null) and gives a new reference.
json_t *message_result(json_t *id, json_t *result);
json_t *message_error(json_t *id, int code, const char *problem);
json_t *message_notification(const char *method, json_t *params);
json_t *message_request(const char *id, const char *method, json_t *params);

// Appends the message as JSON text, and releases it.
typedef Array(char) MessageBytes;
void message_write(json_t *message, MessageBytes *out);

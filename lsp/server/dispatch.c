#include "dispatch.h"

#include "methods.h"

static void refuse_state(State *self, const Message *message) {
  if (message->kind != MESSAGE_REQUEST) return;
  if (self->life == LIFE_NEW)
    client_refuse(&self->client, message->id, RPC_SERVER_NOT_INITIALIZED, "initialize comes first");
  else if (self->life == LIFE_STOPPED)
    client_refuse(&self->client, message->id, RPC_INVALID_REQUEST, "the server has been shut down");
  else
    client_refuse(&self->client, message->id, RPC_INVALID_REQUEST, "initialize comes only once");
}

static void refuse_params(State *self, const Message *message, const Method *method) {
  if (method->is_request)
    client_refuse(&self->client, message->id, RPC_INVALID_PARAMS,
                  "the parameters do not have the form of this method");
  else
    client_log(&self->client, LOG_WARNING, "%s: the parameters do not have the form of this method",
               method->name);
}

static void run(State *self, const Message *message, const Method *method, Arena *arena) {
  Params params = {0};
  if (!method->decode(message->params, &params, arena)) {
    refuse_params(self, message, method);
    return;
  }
  if (method->begin) {
    method->begin(self, message->id, &params);
    return;
  }
  Snapshot snapshot = {self->glossary, self->documents, &self->client.abilities, &self->checker};
  json_t *result = method->answer ? method->answer(&snapshot, &params, arena)
                                  : method->apply(self, &params, arena);
  if (method->is_request) client_answer(&self->client, message->id, result);
}

static void call(State *self, const Message *message, Arena *arena) {
  bool is_request = message->kind == MESSAGE_REQUEST;
  const Method *method = method_find(message->method, is_request);
  bool known = method != NULL;
  if (known ? !(method->allowed & self->life) : self->life != LIFE_RUNNING)
    refuse_state(self, message);
  else if (known)
    run(self, message, method, arena);
  else if (is_request)
    client_refuse(&self->client, message->id, RPC_METHOD_NOT_FOUND, "there is no such method");
}

static void take_response(State *self, const Message *message) {
  const char *id = json_string_value(message->id);
  if (message->error && id && !strcmp(id, WORKSPACE_WATCH_ID))
    workspace_watch_failed(self->workspace);
  if (id && !strcmp(id, REFRESH_ID)) refresh_answered(&self->refresh);
  if (id && !strcmp(id, SETTINGS_ASK_ID))
    settings_answered(&self->settings, message->result, &self->client, self->workspace);
}

void dispatch(State *self, const Message *message, Arena *arena) {
  switch (message->kind) {
  case MESSAGE_REQUEST:
  case MESSAGE_NOTIFICATION:
    call(self, message, arena);
    break;
  case MESSAGE_RESPONSE:
    take_response(self, message);
    break;
  case MESSAGE_INVALID:
    client_refuse(&self->client, message->id, message->problem_code, message->problem);
    break;
  }
}

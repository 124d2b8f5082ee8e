#include "server.h"

#include "feature/diagnostics.h"
#include "methods.h"
#include "queue.h"
#include "rpc/frame.h"
#include "rpc/message.h"

// How often we look whether the client still lives, in milliseconds.
enum { PARENT_INTERVAL = 2000 };

// What the buffer of a message may keep afterwards, in bytes.
enum { OUTGOING_KEPT = 1024 * 1024 };

struct Server {
  ServerOutput output;
  State state;
  Framer *framer;
  Queue *queue;
  Arena *arena; // of the message at hand
  MessageBytes outgoing;
  bool input_ended, paused, over;
  uv_check_t turn;   // after each look for input
  uv_idle_t busy;    // keeps the loop from sleeping while messages wait
  uv_timer_t parent; // looks after the client's process
};

static void update_busy(Server *self);

// ---- sending

static void send_message(void *context, json_t *message) {
  Server *self = context;
  self->outgoing.len = 0;
  message_write(message, &self->outgoing);
  self->output.send(self->output.context, slice_new(self->outgoing.items, self->outgoing.len));
  if (self->outgoing.cap > OUTGOING_KEPT) array_free(&self->outgoing);
}

static void refuse(Server *self, json_t *id, int code, const char *problem) {
  send_message(self, message_error(id, code, problem));
}

// ---- one message

static void refuse_state(Server *self, const Message *message) {
  if (message->kind != MESSAGE_REQUEST) return;
  if (self->state.life == LIFE_NEW)
    refuse(self, message->id, RPC_SERVER_NOT_INITIALIZED, "initialize comes first");
  else if (self->state.life == LIFE_STOPPED)
    refuse(self, message->id, RPC_INVALID_REQUEST, "the server has been shut down");
  else
    refuse(self, message->id, RPC_INVALID_REQUEST, "initialize comes only once");
}

static void refuse_params(Server *self, const Message *message, const Method *method) {
  if (method->is_request)
    refuse(self, message->id, RPC_INVALID_PARAMS,
           "the parameters do not have the form of this method");
  else
    client_log(&self->state.client, LOG_WARNING,
               "%s: the parameters do not have the form of this method", method->name);
}

static void run(Server *self, const Message *message, const Method *method) {
  State *state = &self->state;
  Params params = {0};
  if (!method->decode(message->params, &params, self->arena)) {
    refuse_params(self, message, method);
    return;
  }
  Snapshot snapshot = {state->glossary, state->documents, &state->client.abilities};
  json_t *result = method->answer ? method->answer(&snapshot, &params, self->arena)
                                  : method->apply(state, &params, self->arena);
  if (method->is_request) send_message(self, message_result(message->id, result));
}

static void call(Server *self, const Message *message) {
  bool is_request = message->kind == MESSAGE_REQUEST;
  const Method *method = method_find(message->method, is_request);
  bool known = method != NULL;
  if (known ? !(method->allowed & self->state.life) : self->state.life != LIFE_RUNNING)
    refuse_state(self, message);
  else if (known)
    run(self, message, method);
  else if (is_request)
    refuse(self, message->id, RPC_METHOD_NOT_FOUND, "there is no such method");
}

static void take_response(Server *self, const Message *message) {
  const char *id = json_string_value(message->id);
  if (message->error && id && !strcmp(id, WORKSPACE_WATCH_ID))
    workspace_watch_failed(self->state.workspace);
}

static void handle(Server *self, const Message *message) {
  switch (message->kind) {
  case MESSAGE_REQUEST:
  case MESSAGE_NOTIFICATION:
    call(self, message);
    break;
  case MESSAGE_RESPONSE:
    take_response(self, message);
    break;
  case MESSAGE_INVALID:
    refuse(self, message->id, message->problem_code, message->problem);
    break;
  }
}

// ---- turns

static bool waits_for_glossary(const Server *self, const Message *message) {
  if (message->kind != MESSAGE_REQUEST || self->state.life != LIFE_RUNNING) return false;
  const Method *method = method_find(message->method, true);
  return method && method->needs_glossary && !workspace_is_ready(self->state.workspace);
}

static bool can_go_on(const Server *self) {
  const Message *message = queue_first(self->queue);
  return message && !waits_for_glossary(self, message);
}

static void handle_next(Server *self) {
  Message message = queue_pop(self->queue);
  handle(self, &message);
  message_free(&message);
  arena_reset(self->arena);
}

// When all that was typed is in: so a burst of keystrokes is looked at once.
static bool can_publish(const Server *self) {
  const State *state = &self->state;
  bool ready = state->life == LIFE_RUNNING && workspace_is_ready(state->workspace);
  return ready && !queue_first(self->queue) && diagnostics_due(state->glossary, state->documents);
}

static void publish_findings(Server *self) {
  State *state = &self->state;
  if (!can_publish(self)) return;
  diagnostics_go_on(&state->client, state->glossary, state->documents, self->arena);
  arena_reset(self->arena);
}

static void update_pause(Server *self) {
  size_t bytes = queue_bytes(self->queue);
  bool paused = bytes > (self->paused ? QUEUE_MAX_BYTES / 2 : QUEUE_MAX_BYTES);
  if (paused == self->paused) return;
  self->paused = paused;
  self->output.pause(self->output.context, paused);
}

static void on_turn(uv_check_t *turn) {
  Server *self = turn->data;
  if (can_go_on(self)) handle_next(self);
  publish_findings(self);
  bool all_done = self->input_ended && !queue_first(self->queue);
  if (self->state.life == LIFE_OVER || all_done) server_end(self);
  if (self->over) return;
  update_pause(self);
  update_busy(self);
}

static void on_busy(uv_idle_t *busy) {
  (void)busy;
}

static void update_busy(Server *self) {
  if (self->over) return;
  bool ending = self->input_ended && !queue_first(self->queue);
  if (can_go_on(self) || can_publish(self) || ending)
    uv_idle_start(&self->busy, on_busy);
  else
    uv_idle_stop(&self->busy);
}

// ---- receiving

// A request that still waits is answered at once, the cancelled one's place in the queue given up.
static void cancel(Server *self, const Message *message) {
  Message cancelled;
  const json_t *id = json_at(message->params, "id");
  if (!id || !queue_take(self->queue, id, &cancelled)) return;
  refuse(self, cancelled.id, RPC_REQUEST_CANCELLED, "cancelled");
  message_free(&cancelled);
}

static void take(Server *self, Message message, size_t bytes) {
  bool is_cancel =
      message.kind == MESSAGE_NOTIFICATION && slice_eq(message.method, SLICE("$/cancelRequest"));
  if (!is_cancel) {
    queue_push(self->queue, message, bytes);
    return;
  }
  cancel(self, &message);
  message_free(&message);
}

static Message broken(const char *problem) {
  return (Message){.kind = MESSAGE_INVALID, .problem_code = RPC_PARSE_ERROR, .problem = problem};
}

void server_receive(Server *self, Slice bytes) {
  for (;;) {
    Frame frame = framer_read(self->framer, &bytes);
    if (frame.kind == FRAME_NONE) break;
    bool is_body = frame.kind == FRAME_BODY;
    take(self, is_body ? message_read(frame.body) : broken(frame.problem), frame.body.len);
  }
  update_busy(self);
}

void server_input_ended(Server *self, const char *problem) {
  self->input_ended = true;
  if (problem) client_log(&self->state.client, LOG_ERROR, "the connection broke: %s", problem);
  if (framer_is_inside(self->framer))
    client_log(&self->state.client, LOG_ERROR, "the input ended inside a message");
  update_busy(self);
}

// ---- the life of it

static void on_ready(void *context) {
  update_busy(context);
}

static void on_parent(uv_timer_t *timer) {
  Server *self = timer->data;
  int parent = self->state.parent;
  if (parent && uv_kill(parent, 0) == UV_ESRCH) server_end(self);
}

static void start_handles(Server *self, uv_loop_t *loop) {
  uv_check_init(loop, &self->turn);
  uv_idle_init(loop, &self->busy);
  uv_timer_init(loop, &self->parent);
  self->turn.data = self->busy.data = self->parent.data = self;
  uv_check_start(&self->turn, on_turn);
  uv_timer_start(&self->parent, on_parent, PARENT_INTERVAL, PARENT_INTERVAL);
}

Server *server_new(uv_loop_t *loop, const LibrarySource *source, ServerOutput output) {
  Server *self = mem_zero(1, sizeof *self);
  State *state = &self->state;
  self->output = output;
  self->framer = framer_new();
  self->queue = queue_new();
  self->arena = arena_new();
  state->life = LIFE_NEW;
  state->client = (Client){.send = send_message, .context = self};
  state->glossary = glossary_new();
  state->documents = documents_new(state->glossary);
  state->workspace = workspace_new(loop, source, state->glossary, state->documents, &state->client,
                                   (WorkspaceEvents){on_ready, self});
  start_handles(self, loop);
  return self;
}

void server_end(Server *self) {
  if (self->over) return;
  self->over = true;
  workspace_stop(self->state.workspace);
  uv_close((uv_handle_t *)&self->turn, NULL);
  uv_close((uv_handle_t *)&self->busy, NULL);
  uv_close((uv_handle_t *)&self->parent, NULL);
  self->output.over(self->output.context);
}

int server_exit_code(const Server *self) {
  return self->state.was_shut_down ? 0 : 1;
}

void server_delete(Server *self) {
  if (!self) return;
  workspace_delete(self->state.workspace);
  documents_delete(self->state.documents);
  glossary_delete(self->state.glossary);
  queue_delete(self->queue);
  framer_delete(self->framer);
  array_free(&self->outgoing);
  arena_delete(self->arena);
  mem_free(self);
}

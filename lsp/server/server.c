#include "server.h"

#include "dispatch.h"
#include "feature/diagnostics.h"
#include "methods.h"
#include "queue.h"
#include "rpc/frame.h"
#include "rpc/message.h"
#include "waiting.h"

// How often we look whether the client still lives, in milliseconds.
enum { PARENT_INTERVAL = 2000 };

// What the buffer of a message may keep afterwards, in bytes.
enum { OUTGOING_KEPT = 1024 * 1024 };

struct Server {
  ServerOutput output;
  State state;
  Framer *framer;
  Queue *queue;
  Waiting waiting; // until findings are known
  Arena *arena;    // of the message at hand
  MessageBytes outgoing;
  bool input_ended, paused, over;
  uv_check_t turn;   // after each look for input
  uv_idle_t busy;    // keeps the loop from sleeping while messages wait
  uv_timer_t parent; // looks after the client's process
};

static void update_busy(Server *self);
static void end(Server *self);

// ---- sending

static void send_message(void *context, json_t *message) {
  Server *self = context;
  self->outgoing.len = 0;
  message_write(message, &self->outgoing);
  self->output.send(self->output.context, slice_new(self->outgoing.items, self->outgoing.len));
  if (self->outgoing.cap > OUTGOING_KEPT) array_free(&self->outgoing);
}

// ---- requests that wait for findings

// The document a request is about; that of an action to be resolved stands in its data.
static Slice uri_of(const Message *message) {
  Slice uri = json_slice_at(message->params, "textDocument/uri");
  return uri.len ? uri : json_slice_at(message->params, "data/textDocument/uri");
}

// The document whose findings the request waits for; NULL: it need not wait.
static Document *awaited(const Server *self, const Message *message) {
  if (message->kind != MESSAGE_REQUEST || self->state.life != LIFE_RUNNING) return NULL;
  const Method *method = method_find(message->method, true);
  if (!method || method->needs != NEEDS_FINDINGS) return NULL;
  Document *document = documents_find(self->state.documents, uri_of(message));
  return document && !checker_knows(&self->state.checker, document) ? document : NULL;
}

// The client asks again for diagnostics that it is refused so.
static json_t *outdated(const Message *message) {
  bool pulls = slice_eq(message->method, SLICE("textDocument/diagnostic"));
  json_t *error = message_error(message->id, pulls ? RPC_SERVER_CANCELLED : RPC_CONTENT_MODIFIED,
                                "the document has changed meanwhile");
  if (pulls)
    json_object_set_new(json_object_get(error, "error"), "data",
                        json_pack("{sb}", "retriggerRequest", 1));
  return error;
}

// What was asked of a text is not answered of another.
static void answer_waiting(Server *self) {
  Waiter *waiter = &self->waiting.items.items[0];
  Document *document = awaited(self, &waiter->message);
  bool same = !document || document->edition == waiter->edition;
  if (document && same && !checker_work(&self->state.checker, document)) return;
  Message message = waiting_pop(&self->waiting);
  if (same)
    dispatch(&self->state, &message, self->arena);
  else
    send_message(self, outdated(&message));
  message_free(&message);
}

// ---- turns

static bool waits_for_glossary(const Server *self, const Message *message) {
  if (message->kind != MESSAGE_REQUEST || self->state.life != LIFE_RUNNING) return false;
  const Method *method = method_find(message->method, true);
  return method && method->needs != NEEDS_NOTHING && !workspace_is_ready(self->state.workspace);
}

static bool can_go_on(const Server *self) {
  const Message *message = queue_first(self->queue);
  return message && !waits_for_glossary(self, message);
}

static void handle_next(Server *self) {
  Message message = queue_pop(self->queue);
  Document *document = awaited(self, &message);
  if (document) {
    waiting_add(&self->waiting, message, document->edition);
    return;
  }
  dispatch(&self->state, &message, self->arena);
  message_free(&message);
  arena_reset(self->arena);
}

// What is done when all that was typed is in, so that a burst of keystrokes is looked at once: one
// piece of the first of these that has something to do.
typedef enum { NOTHING, WAITING, PUBLISHING, REFRESHING, PROJECT } Chore;

static Chore next_chore(const Server *self) {
  const State *state = &self->state;
  if (queue_first(self->queue)) return NOTHING;
  if (self->waiting.items.len) return WAITING;
  if (state->life != LIFE_RUNNING || !workspace_is_ready(state->workspace)) return NOTHING;
  if (diagnostics_due(&state->checker, &state->client)) return PUBLISHING;
  if (refresh_due(&self->state.refresh, &state->checker, &state->client)) return REFRESHING;
  return project_due(state->project) ? PROJECT : NOTHING;
}

static void do_chore(Server *self) {
  State *state = &self->state;
  switch (next_chore(self)) {
  case NOTHING:
    return;
  case WAITING:
    answer_waiting(self);
    break;
  case PUBLISHING:
    diagnostics_go_on(&state->checker, &state->client, self->arena);
    break;
  case REFRESHING:
    refresh_ask(&self->state.refresh, &state->checker, &state->client);
    break;
  case PROJECT:
    project_go_on(state->project, self->arena);
    break;
  }
  arena_reset(self->arena);
}

// Nothing more comes in, and all that came is answered.
static bool is_done(const Server *self) {
  bool answered = !queue_first(self->queue) && !self->waiting.items.len;
  return self->input_ended && answered && !project_is_busy(self->state.project);
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
  do_chore(self);
  if (self->state.life == LIFE_OVER || is_done(self)) end(self);
  if (self->over) return;
  update_pause(self);
  update_busy(self);
}

static void on_busy(uv_idle_t *busy) {
  (void)busy;
}

static void update_busy(Server *self) {
  if (self->over) return;
  if (can_go_on(self) || next_chore(self) != NOTHING || is_done(self))
    uv_idle_start(&self->busy, on_busy);
  else
    uv_idle_stop(&self->busy);
}

// ---- receiving

// A request that still waits is answered at once, the cancelled one's place in the queue given up.
static void cancel(Server *self, const Message *message) {
  Message cancelled;
  const json_t *id = json_at(message->params, "id");
  if (!id || project_cancel(self->state.project, id)) return;
  if (!queue_take(self->queue, id, &cancelled) && !waiting_take(&self->waiting, id, &cancelled))
    return;
  client_refuse(&self->state.client, cancelled.id, RPC_REQUEST_CANCELLED, "cancelled");
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
  Server *self = context;
  refresh_loaded(&self->state.refresh, &self->state.checker);
  update_busy(self);
}

static void on_parent(uv_timer_t *timer) {
  Server *self = timer->data;
  int parent = self->state.parent;
  if (parent && uv_kill(parent, 0) == UV_ESRCH) end(self);
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
  state->checker = (Checker){state->glossary, state->documents, state->workspace};
  state->project = project_new(loop, &state->checker, &state->client);
  start_handles(self, loop);
  return self;
}

static void end(Server *self) {
  if (self->over) return;
  self->over = true;
  workspace_stop(self->state.workspace);
  project_stop(self->state.project);
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
  project_delete(self->state.project);
  workspace_delete(self->state.workspace);
  documents_delete(self->state.documents);
  glossary_delete(self->state.glossary);
  queue_delete(self->queue);
  waiting_free(&self->waiting);
  framer_delete(self->framer);
  slice_free(self->state.client.abilities.rules_page);
  array_free(&self->outgoing);
  arena_delete(self->arena);
  mem_free(self);
}

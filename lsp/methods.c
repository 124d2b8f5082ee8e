#include "methods.h"

#include "feature/diagnostics.h"
#include "merge.h"

// ---- life

// A process we cannot see, as when the client is outside our container, is not gone: it is not
// looked after.
static int read_parent(const json_t *id) {
  json_int_t parent = json_integer_value(id);
  bool is_id = json_is_integer(id) && parent > 0 && parent <= INT32_MAX;
  return is_id && uv_kill((int)parent, 0) != UV_ESRCH ? (int)parent : 0;
}

static json_t *initialize(State *state, const Params *params, Arena *arena) {
  (void)arena;
  state->life = LIFE_RUNNING;
  state->client.abilities = capabilities_read(params->raw);
  state->parent = read_parent(json_at(params->raw, "processId"));
  workspace_start(state->workspace, params->raw);
  return capabilities_answer(&state->client.abilities);
}

static json_t *initialized(State *state, const Params *params, Arena *arena) {
  (void)params, (void)arena;
  workspace_watch(state->workspace);
  return NULL;
}

static json_t *shut_down(State *state, const Params *params, Arena *arena) {
  (void)params, (void)arena;
  state->life = LIFE_STOPPED;
  state->was_shut_down = true;
  return NULL;
}

static json_t *leave(State *state, const Params *params, Arena *arena) {
  (void)params, (void)arena;
  state->life = LIFE_OVER;
  return NULL;
}

// ---- documents

static json_t *open_document(State *state, const Params *params, Arena *arena) {
  Slice root = workspace_root(state->workspace, document_path(params->uri, arena));
  const Document *document = documents_open(state->documents, params->uri, params->language,
                                            params->version, params->text, root);
  if (document->is_glossary) merge_away_builtin(state->glossary);
  return NULL;
}

// An edit that cannot be made leaves a text that is not the client's: better none, and said aloud.
static void give_up(State *state, Document *document) {
  client_log(&state->client, LOG_ERROR, "%.*s is larger than 2 GiB and no longer followed",
             SLICE_FMT(document->uri));
  documents_close(state->documents, document);
  workspace_reload(state->workspace);
}

static json_t *change_document(State *state, const Params *params, Arena *arena) {
  (void)arena;
  Document *document = documents_find(state->documents, params->uri);
  if (!document) return NULL;
  document->version = params->version;
  document->told_at = 0;
  if (!documents_change(state->documents, document, params->changes, params->change_count,
                        state->client.abilities.encoding))
    give_up(state, document);
  return NULL;
}

static json_t *close_document(State *state, const Params *params, Arena *arena) {
  (void)arena;
  Document *document = documents_find(state->documents, params->uri);
  if (!document) return NULL;
  bool was_glossary = document->is_glossary;
  diagnostics_clear(&state->client, document);
  documents_close(state->documents, document);
  if (was_glossary) workspace_reload(state->workspace);
  return NULL;
}

// ---- workspace

static json_t *change_files(State *state, const Params *params, Arena *arena) {
  (void)params, (void)arena;
  workspace_reload(state->workspace);
  return NULL;
}

static json_t *change_folders(State *state, const Params *params, Arena *arena) {
  (void)arena;
  workspace_change_folders(state->workspace, params->added, params->removed);
  return NULL;
}

// ---- the table

enum { REQUEST = true, NOTIFICATION = false, NOW = false, LOADED = true };

// clang-format off
static const Method methods[] = {
    {"initialize", REQUEST, LIFE_NEW, NOW, params_object, NULL, initialize},
    {"initialized", NOTIFICATION, LIFE_RUNNING, NOW, params_any, NULL, initialized},
    {"shutdown", REQUEST, LIFE_RUNNING, NOW, params_any, NULL, shut_down},
    {"exit", NOTIFICATION, LIFE_NEW | LIFE_RUNNING | LIFE_STOPPED, NOW, params_any, NULL, leave},

    {"textDocument/didOpen", NOTIFICATION, LIFE_RUNNING, NOW, params_open, NULL, open_document},
    {"textDocument/didChange", NOTIFICATION, LIFE_RUNNING, NOW, params_change, NULL, change_document},
    {"textDocument/didClose", NOTIFICATION, LIFE_RUNNING, NOW, params_document, NULL, close_document},
    {"workspace/didChangeWatchedFiles", NOTIFICATION, LIFE_RUNNING, NOW, params_object, NULL, change_files},
    {"workspace/didChangeWorkspaceFolders", NOTIFICATION, LIFE_RUNNING, NOW, params_folders, NULL, change_folders},

    {"textDocument/hover", REQUEST, LIFE_RUNNING, LOADED, params_place, hover_answer, NULL},
    {"textDocument/completion", REQUEST, LIFE_RUNNING, LOADED, params_place, completion_answer, NULL},
    {"completionItem/resolve", REQUEST, LIFE_RUNNING, LOADED, params_object, completion_resolve, NULL},
};
// clang-format on

const Method *method_find(Slice name, bool is_request) {
  for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
    if (methods[i].is_request == is_request && slice_eq(slice_of(methods[i].name), name))
      return &methods[i];
  return NULL;
}

#include "methods.h"

#include "feature/diagnostics.h"
#include "feature/pull.h"
#include "rules_page.h"
#include "workspace/merge.h"

// ---- life

// A process we cannot see, as when the client is outside our container, is not gone: it is not
// looked after.
static int read_parent(const json_t *id) {
  json_int_t parent = json_integer_value(id);
  bool is_id = json_is_integer(id) && parent > 0 && parent <= INT32_MAX;
  return is_id && uv_kill((int)parent, 0) != UV_ESRCH ? (int)parent : 0;
}

static json_t *initialize(State *state, const Params *params, Arena *arena) {
  state->life = LIFE_RUNNING;
  state->client.abilities = capabilities_read(params->raw);
  if (state->client.abilities.code_description)
    state->client.abilities.rules_page = slice_copy(rules_page_uri(arena));
  state->parent = read_parent(json_at(params->raw, "processId"));
  settings_apply(json_at(params->raw, "initializationOptions"), &state->client, state->workspace);
  workspace_start(state->workspace, params->raw);
  return capabilities_answer(&state->client.abilities);
}

static json_t *initialized(State *state, const Params *params, Arena *arena) {
  (void)params, (void)arena;
  workspace_watch(state->workspace);
  settings_begin(&state->settings, &state->client);
  return NULL;
}

static json_t *shut_down(State *state, const Params *params, Arena *arena) {
  (void)params, (void)arena;
  state->life = LIFE_STOPPED;
  project_cancel_all(state->project);
  state->was_shut_down = true;
  return NULL;
}

static json_t *leave(State *state, const Params *params, Arena *arena) {
  (void)params, (void)arena;
  state->life = LIFE_OVER;
  return NULL;
}

// ---- documents

// Closes it for the client too. What is on the disk then serves in the place of a glossary.
static void forget(State *state, Document *document) {
  bool was_glossary = document->is_glossary;
  diagnostics_clear(&state->client, document);
  documents_close(state->documents, document);
  if (was_glossary) workspace_reload(state->workspace);
}

// A client may open a document again, as another language, without having closed it.
static json_t *open_document(State *state, const Params *params, Arena *arena) {
  Document *open = documents_find(state->documents, params->uri);
  if (open) forget(state, open);
  Slice path = document_path(params->uri, arena);
  Opening opening = {.uri = params->uri,
                     .language = params->language,
                     .text = params->text,
                     .version = params->version,
                     .is_named = workspace_names(state->workspace, path),
                     .root = workspace_root(state->workspace, path)};
  if (documents_open(state->documents, &opening)->is_glossary)
    merge_away_builtin(state->glossary, state->documents);
  workspace_opened(state->workspace);
  return NULL;
}

// An edit that cannot be made leaves a text that is not the client's: better none, and said aloud.
static void give_up(State *state, Document *document) {
  client_log(&state->client, LOG_ERROR, "%.*s is larger than 2 GiB and no longer followed",
             SLICE_FMT(document->uri));
  forget(state, document);
}

static json_t *change_document(State *state, const Params *params, Arena *arena) {
  (void)arena;
  Document *document = documents_find(state->documents, params->uri);
  if (!document) return NULL;
  document->version = params->version;
  document->owed = true;
  if (!documents_change(state->documents, document, params->changes, params->change_count,
                        state->client.abilities.encoding))
    give_up(state, document);
  return NULL;
}

// An open glossary holds what was saved; of other files the disk tells more than their buffers.
static json_t *save_document(State *state, const Params *params, Arena *arena) {
  const Document *document = documents_find(state->documents, params->uri);
  bool is_held = document && document->is_glossary;
  if (!is_held && workspace_concerns(state->workspace, document_path(params->uri, arena)))
    workspace_reload(state->workspace);
  return NULL;
}

static json_t *close_document(State *state, const Params *params, Arena *arena) {
  (void)arena;
  Document *document = documents_find(state->documents, params->uri);
  if (document) forget(state, document);
  return NULL;
}

// ---- workspace

static json_t *change_files(State *state, const Params *params, Arena *arena) {
  const json_t *changes = json_at(params->raw, "changes");
  for (size_t i = 0; i < json_array_size(changes); i++) {
    Slice uri = json_slice_at(json_array_get(changes, i), "uri");
    if (!workspace_concerns(state->workspace, document_path(uri, arena))) continue;
    workspace_reload(state->workspace);
    break;
  }
  return NULL;
}

static json_t *change_folders(State *state, const Params *params, Arena *arena) {
  (void)arena;
  workspace_change_folders(state->workspace, params->added, params->removed);
  return NULL;
}

static json_t *change_configuration(State *state, const Params *params, Arena *arena) {
  (void)arena;
  settings_changed(&state->settings, json_at(params->raw, "settings"), &state->client,
                   state->workspace);
  return NULL;
}

// ---- diagnostics

static json_t *pull_diagnostics(State *state, const Params *params, Arena *arena) {
  return pull_answer(&state->checker, &state->client.abilities, params, arena);
}

static void pull_everything(State *state, json_t *id, const Params *params) {
  project_ask(state->project, id, params->raw);
}

// ---- the table

enum { REQUEST = true, NOTIFICATION = false };
#define NOW NEEDS_NOTHING
#define LOADED NEEDS_GLOSSARIES
#define FOUND NEEDS_FINDINGS

// clang-format off
static const Method methods[] = {
    {"initialize", REQUEST, LIFE_NEW, NOW, params_object, NULL, initialize, NULL},
    {"initialized", NOTIFICATION, LIFE_RUNNING, NOW, params_any, NULL, initialized, NULL},
    {"shutdown", REQUEST, LIFE_RUNNING, NOW, params_any, NULL, shut_down, NULL},
    {"exit", NOTIFICATION, LIFE_NEW | LIFE_RUNNING | LIFE_STOPPED, NOW, params_any, NULL, leave, NULL},

    {"textDocument/didOpen", NOTIFICATION, LIFE_RUNNING, NOW, params_open, NULL, open_document, NULL},
    {"textDocument/didChange", NOTIFICATION, LIFE_RUNNING, NOW, params_change, NULL, change_document, NULL},
    {"textDocument/didSave", NOTIFICATION, LIFE_RUNNING, NOW, params_document, NULL, save_document, NULL},
    {"textDocument/didClose", NOTIFICATION, LIFE_RUNNING, NOW, params_document, NULL, close_document, NULL},
    {"workspace/didChangeWatchedFiles", NOTIFICATION, LIFE_RUNNING, NOW, params_object, NULL, change_files, NULL},
    {"workspace/didChangeConfiguration", NOTIFICATION, LIFE_RUNNING, NOW, params_object, NULL, change_configuration, NULL},
    {"workspace/didChangeWorkspaceFolders", NOTIFICATION, LIFE_RUNNING, NOW, params_folders, NULL, change_folders, NULL},

    {"textDocument/hover", REQUEST, LIFE_RUNNING, LOADED, params_place, hover_answer, NULL, NULL},
    {"textDocument/completion", REQUEST, LIFE_RUNNING, LOADED, params_place, completion_answer, NULL, NULL},
    {"completionItem/resolve", REQUEST, LIFE_RUNNING, LOADED, params_object, completion_resolve, NULL, NULL},
    {"textDocument/diagnostic", REQUEST, LIFE_RUNNING, FOUND, params_document, NULL, pull_diagnostics, NULL},
    {"textDocument/codeAction", REQUEST, LIFE_RUNNING, FOUND, params_range, action_answer, NULL, NULL},
    {"codeAction/resolve", REQUEST, LIFE_RUNNING, FOUND, params_object, action_resolve, NULL, NULL},
    {"textDocument/formatting", REQUEST, LIFE_RUNNING, LOADED, params_document, format_answer, NULL, NULL},
    {"textDocument/rangeFormatting", REQUEST, LIFE_RUNNING, LOADED, params_range, format_range_answer, NULL, NULL},
    {"textDocument/onTypeFormatting", REQUEST, LIFE_RUNNING, LOADED, params_typed, format_typed_answer, NULL, NULL},
    {"workspace/diagnostic", REQUEST, LIFE_RUNNING, LOADED, params_object, NULL, NULL, pull_everything},
};
// clang-format on

const Method *method_find(Slice name, bool is_request) {
  for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
    if (methods[i].is_request == is_request && slice_eq(slice_of(methods[i].name), name))
      return &methods[i];
  return NULL;
}

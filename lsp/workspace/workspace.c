#include "workspace.h"

#include "folders.h"
#include "json.h"
#include "library/listed.h"
#include "loader.h"
#include "merge.h"
#include "watched.h"

// How long requests wait for the first reading, in milliseconds: longer than any glossary takes to
// read, for nobody to be told nothing who would soon be told something.
enum { PATIENCE = 10 * 1000 };

struct Workspace {
  LibrarySource source; // paths and folders are owned
  Glossary *glossary;
  Documents *documents;
  Configured *configured;
  const Client *client;
  WorkspaceEvents events;
  Loader *loader;
  Watch *watch;
  uv_timer_t patience;
  bool ready, watching;
  Paths told; // problems of the last load, owned and ascending
};

// ---- problems

// What a person has named and cannot be had is shown to them; what was only come across is for the
// log.
static void tell(const Workspace *self, Slice problem) {
  const char *method = self->source.paths.len ? "window/showMessage" : "window/logMessage";
  client_notify(self->client, method,
                json_pack("{siso}", "type", LOG_ERROR, "message", json_text(problem)));
}

// Each problem once, however often the folders are read, until it has gone away.
static void tell_problems(Workspace *self, Loaded *loaded) {
  paths_sort(&loaded->problems);
  for (size_t i = 0; i < loaded->problems.len; i++)
    if (!paths_have(&self->told, loaded->problems.items[i])) tell(self, loaded->problems.items[i]);
  paths_free_copies(&self->told);
  paths_add_copies(&self->told, &loaded->problems);
}

// ---- watching

// Clients look into their folders only; files that were named on the command line may lie anywhere.
static bool watches_itself(const Workspace *self) {
  return self->watching || !self->client->abilities.watches_files || self->source.paths.len;
}

static void follow(Workspace *self, const Loaded *loaded, uint64_t since) {
  Watched watched = {self->glossary->store, &self->source.paths, watches_itself(self)};
  watched_follow(&watched, self->watch, loaded, since);
}

void workspace_watch(Workspace *self) {
  if (self->client->abilities.watches_files)
    client_request(self->client, WORKSPACE_WATCH_ID, "client/registerCapability",
                   capabilities_watch());
}

void workspace_watch_failed(Workspace *self) {
  self->watching = true;
  workspace_reload(self);
}

// ---- reading

// Documents whose gloss.json has not been looked for, as they lie where no glossaries are: the next
// reading looks. Whether there are any.
static bool ask_for_documents(Workspace *self) {
  size_t before = self->source.asked.len;
  const Configs *configs = configured_configs(self->configured);
  for (size_t i = 0; configs && i < documents_count(self->documents); i++) {
    Slice path = documents_at(self->documents, i)->path, folder = path_folder(path);
    if (path.len && !configs_know(configs, folder) && !paths_include(&self->source.asked, folder))
      *array_push(&self->source.asked) = slice_copy(folder);
  }
  return self->source.asked.len > before;
}

// What a gloss.json names as a glossary is one, whatever its name is, also when it is open already.
static void reopen(Workspace *self, Document *document) {
  Arena *arena = arena_new();
  Opening opening = {.uri = arena_copy(arena, document->uri),
                     .language = arena_copy(arena, document->language),
                     .text =
                         arena_copy(arena, text_bytes(document_text(self->documents, document))),
                     .version = document->version,
                     .is_named = workspace_names(self, document->path),
                     .root = workspace_root(self, document->path)};
  documents_open(self->documents, &opening);
  arena_delete(arena);
}

static void update_documents(Workspace *self) {
  for (size_t i = documents_count(self->documents); i-- > 0;) {
    Document *document = documents_at(self->documents, i);
    bool named = workspace_names(self, document->path);
    if (document->is_glossary != document_is_glossary(document->language, document->path, named))
      reopen(self, document);
  }
}

static void on_loaded(void *context, Loaded *loaded, uint64_t since) {
  Workspace *self = context;
  configured_take(self->configured, loaded->configs);
  loaded->configs = NULL;
  update_documents(self);
  merge(self->glossary, self->documents, loaded);
  self->ready = true;
  uv_timer_stop(&self->patience);
  tell_problems(self, loaded);
  follow(self, loaded, since);
  if (ask_for_documents(self)) workspace_reload(self);
  self->events.ready(self->events.context);
}

void workspace_reload(Workspace *self) {
  loader_run(self->loader);
}

static void on_changed(void *context) {
  workspace_reload(context);
}

static bool holds_loaded(const Workspace *self, Slice path) {
  const Store *store = self->glossary->store;
  Slice rest;
  for (size_t i = 0; i < store_file_count(store); i++)
    if (path_below(store_file(store, i)->path, path, &rest)) return true;
  return false;
}

static bool is_listed(const Workspace *self, Slice path) {
  return listed_by_any(configured_configs(self->configured), path);
}

bool workspace_concerns(const Workspace *self, Slice path) {
  return path.len && (library_concerns(path) || holds_loaded(self, path) || is_listed(self, path));
}

static bool concerns(void *context, Slice path) {
  return workspace_concerns(context, path);
}

void workspace_opened(Workspace *self) {
  if (ask_for_documents(self)) workspace_reload(self);
}

bool workspace_names(const Workspace *self, Slice path) {
  Arena *arena = arena_new();
  bool found = false;
  for (size_t i = 0; i < self->source.paths.len && !found; i++)
    found = slice_eq(path_absolute(self->source.paths.items[i], arena), path);
  arena_delete(arena);
  if (self->source.paths.len) return found;
  Slice language = config_language(configured_config(self->configured, path), path);
  return slice_eq(language, SLICE("gloss")) || (path.len && is_listed(self, path));
}

bool workspace_is_ready(const Workspace *self) {
  return self->ready;
}

static void on_impatient(uv_timer_t *timer) {
  Workspace *self = timer->data;
  self->ready = true;
  client_log(
      self->client, LOG_WARNING,
      "Finding and reading the glossaries takes long. Their terms are missing until it is done.");
  self->events.ready(self->events.context);
}

// ---- folders

const Paths *workspace_folders(const Workspace *self) {
  return &self->source.folders;
}

// A glossary that is open speaks for the folder it lies in as the folders are now.
static void update_roots(Workspace *self) {
  for (size_t i = 0; i < documents_count(self->documents); i++) {
    const Document *document = documents_at(self->documents, i);
    if (!document->is_glossary) continue;
    const GlossaryFile *file = document_file(self->documents, document);
    Slice root = workspace_root(self, document->path);
    if (slice_eq(file->root, root)) continue;
    glossary_put(self->glossary, glossary_file_new(document->key, root, text_bytes(file->text)));
  }
}

void workspace_change_folders(Workspace *self, const json_t *added, const json_t *removed) {
  folders_remove(&self->source.folders, removed);
  folders_add(&self->source.folders, added);
  update_roots(self);
  workspace_reload(self);
}

void workspace_start(Workspace *self, const json_t *params) {
  folders_add_first(&self->source.folders, params);
  uv_timer_start(&self->patience, on_impatient, PATIENCE, 0);
  workspace_reload(self);
}

Slice workspace_root(const Workspace *self, Slice path) {
  return self->source.paths.len ? (Slice){0} : folders_widest(&self->source.folders, path);
}

// ---- settings

const Config *workspace_config(const Workspace *self, Slice path) {
  return configured_config(self->configured, path);
}

RuleSettings workspace_settings(const Workspace *self, Slice path) {
  return configured_rules(self->configured, path);
}

void workspace_set_client_rules(Workspace *self, const RuleSettings *rules) {
  configured_set_client_rules(self->configured, rules);
}

FormatStyle workspace_style(const Workspace *self, Slice path) {
  return configured_style(self->configured, path);
}

void workspace_set_client_style(Workspace *self, const StyleChoice *style) {
  configured_set_client_style(self->configured, style);
}

uint64_t workspace_generation(const Workspace *self) {
  return configured_generation(self->configured);
}

// ---- life

Workspace *workspace_new(uv_loop_t *loop, const LibrarySource *source, Glossary *glossary,
                         Documents *documents, const Client *client, WorkspaceEvents events) {
  Workspace *self = mem_zero(1, sizeof *self);
  self->source.no_builtin = source->no_builtin;
  self->source.config = source->config;
  self->configured = configured_new(client, documents);
  paths_add_copies(&self->source.paths, &source->paths);
  self->glossary = glossary;
  self->documents = documents;
  self->client = client;
  self->events = events;
  uv_timer_init(loop, &self->patience);
  self->patience.data = self;
  self->loader = loader_new(loop, &self->source, (LoaderEvents){on_loaded, self});
  self->watch = watch_new(loop, client, (WatchEvents){on_changed, concerns, self});
  return self;
}

void workspace_stop(Workspace *self) {
  uv_close((uv_handle_t *)&self->patience, NULL);
  loader_stop(self->loader);
  watch_stop(self->watch);
}

void workspace_delete(Workspace *self) {
  if (!self) return;
  loader_delete(self->loader);
  watch_delete(self->watch);
  paths_free_copies(&self->told);
  paths_free_copies(&self->source.paths);
  paths_free_copies(&self->source.folders);
  paths_free_copies(&self->source.asked);
  configured_delete(self->configured);
  mem_free(self);
}

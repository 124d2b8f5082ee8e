#include "configured.h"

#include "json.h"
#include "protocol/protocol.h"
#include "uri.h"

// A gloss.json of whose problems the client was told.
typedef struct {
  Slice path;      // owned
  uint64_t digest; // of what it was told
  bool stands;     // still has problems
} Told;

struct Configured {
  const Client *client;
  const Documents *documents;
  Configs *configs;
  RuleSettings client_rules;
  StyleChoice client_style;
  uint64_t generation;
  Array(Told) told;
};

Configured *configured_new(const Client *client, const Documents *documents) {
  Configured *self = mem_zero(1, sizeof *self);
  self->client = client;
  self->documents = documents;
  return self;
}

void configured_delete(Configured *self) {
  for (size_t i = 0; i < self->told.len; i++) slice_free(self->told.items[i].path);
  array_free(&self->told);
  configs_delete(self->configs);
  mem_free(self);
}

// ---- problems

static json_t *problem_json(const Config *config, const ConfigProblem *problem, Encoding encoding) {
  enum { ERROR = 1 };
  return json_pack("{sosissssso}", "range",
                   json_range(config_text(config), problem->range, encoding), "severity", ERROR,
                   "code", "config", "source", "gloss", "message", json_text(problem->message));
}

static json_t *problems_json(const Config *config, Encoding encoding) {
  json_t *array = json_array();
  size_t count;
  const ConfigProblem *problems = config_problems(config, &count);
  for (size_t i = 0; i < count; i++)
    json_array_append_new(array, problem_json(config, &problems[i], encoding));
  return array;
}

// Under the name that the client has for it.
static void publish(const Configured *self, Slice path, json_t *array) {
  Arena *arena = arena_new();
  const Document *open = documents_with_key(self->documents, path);
  Slice uri = open ? open->uri : uri_from_path(path, arena);
  client_notify(self->client, "textDocument/publishDiagnostics",
                json_pack("{soso}", "uri", json_text(uri), "diagnostics", array));
  arena_delete(arena);
}

static void log_problems(const Configured *self, const Config *config) {
  size_t count;
  const ConfigProblem *problems = config_problems(config, &count);
  for (size_t i = 0; i < count; i++)
    client_log(self->client, LOG_ERROR, "%.*s:%u:%u: %.*s", SLICE_FMT(config_path(config)),
               problems[i].at.line, problems[i].at.column, SLICE_FMT(problems[i].message));
}

static Told *told_of(Configured *self, Slice path) {
  for (size_t i = 0; i < self->told.len; i++)
    if (slice_eq(self->told.items[i].path, path)) return &self->told.items[i];
  Told *told = array_push(&self->told);
  *told = (Told){.path = slice_copy(path)};
  return told;
}

static void tell(Configured *self, const Config *config) {
  json_t *array = problems_json(config, self->client->abilities.encoding);
  uint64_t digest = json_digest(array);
  Told *told = told_of(self, config_path(config));
  told->stands = true;
  if (told->digest == digest) {
    json_decref(array);
    return;
  }
  told->digest = digest;
  log_problems(self, config);
  publish(self, told->path, array);
}

static void take_back_mended(Configured *self) {
  size_t kept = 0;
  for (size_t i = 0; i < self->told.len; i++) {
    Told *told = &self->told.items[i];
    if (told->stands) {
      self->told.items[kept++] = *told;
      continue;
    }
    publish(self, told->path, json_array());
    slice_free(told->path);
  }
  self->told.len = kept;
}

static void tell_problems(Configured *self) {
  for (size_t i = 0; i < self->told.len; i++) self->told.items[i].stands = false;
  for (size_t i = 0; i < configs_count(self->configs); i++) {
    size_t count;
    const Config *config = configs_at(self->configs, i);
    config_problems(config, &count);
    if (count) tell(self, config);
  }
  take_back_mended(self);
}

// ---- asking

void configured_take(Configured *self, Configs *configs) {
  if (!configs_same(self->configs, configs)) self->generation++;
  configs_delete(self->configs);
  self->configs = configs;
  tell_problems(self);
}

const Configs *configured_configs(const Configured *self) {
  return self->configs;
}

const Config *configured_config(const Configured *self, Slice path) {
  bool is_file = slice_starts_with(path, SLICE("/"));
  return self->configs && is_file ? configs_of(self->configs, path_folder(path)) : NULL;
}

RuleSettings configured_rules(const Configured *self, Slice path) {
  RuleSettings settings = self->client_rules;
  RuleSettings project = config_rules(configured_config(self, path), path);
  rule_settings_override(&settings, &project);
  return settings;
}

void configured_set_client_rules(Configured *self, const RuleSettings *rules) {
  self->client_rules = *rules;
  self->generation++;
}

FormatStyle configured_style(const Configured *self, Slice path) {
  StyleChoice style = self->client_style;
  StyleChoice project = config_style(configured_config(self, path));
  style_override(&style, &project);
  return style_of(&style);
}

void configured_set_client_style(Configured *self, const StyleChoice *style) {
  self->client_style = *style;
}

uint64_t configured_generation(const Configured *self) {
  return self->generation;
}

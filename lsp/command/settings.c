// What the gloss.json of a file says, for a session.
#include "session.h"

// As a compiler would, so that editors find the place. A problem of the whole file has none.
static void tell(Session *self, const Config *config, const ConfigProblem *problem) {
  Slice shown = session_shown(self, config_path(config));
  Slice place = {0};
  if (problem->range.end)
    place = arena_format(self->arena, ":%u:%u", problem->at.line, problem->at.column);
  write_visible(stderr, arena_format(self->arena, "%.*s%.*s: %.*s", SLICE_FMT(shown),
                                     SLICE_FMT(place), SLICE_FMT(problem->message)));
  fputc('\n', stderr);
  self->config_is_wrong = true;
  self->trouble |= self->options.config.file.len > 0;
}

void session_tell_configs(Session *self) {
  for (; self->configs_told < configs_count(self->configs); self->configs_told++) {
    const Config *config = configs_at(self->configs, self->configs_told);
    size_t count;
    const ConfigProblem *problems = config_problems(config, &count);
    for (size_t i = 0; i < count; i++) tell(self, config, &problems[i]);
  }
}

const Config *session_config(Session *self, Slice path) {
  if (!self->configs) self->configs = configs_new(self->options.config);
  const Config *config = configs_look(self->configs, path_folder(path));
  session_tell_configs(self);
  return config;
}

RuleSettings session_settings(const Session *self, Slice path) {
  RuleSettings settings = rule_settings_none();
  if (self->configs) settings = config_rules(configs_of(self->configs, path_folder(path)), path);
  rule_settings_override(&settings, &self->options.rules);
  return settings;
}

bool session_ignores(Session *self, Slice path) {
  return config_ignores(session_config(self, path), path);
}

bool session_ignores_folder(Session *self, Slice path) {
  return config_ignores_folder(session_config(self, path), path);
}

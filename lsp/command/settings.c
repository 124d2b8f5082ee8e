// What the gloss.json of a file says, for a session.
#include "session.h"

const Config *session_config(Session *self, Slice path) {
  (void)self, (void)path;
  return NULL;
}

RuleSettings session_settings(const Session *self, Slice path) {
  (void)path;
  RuleSettings settings = rule_settings_none();
  rule_settings_override(&settings, &self->options.rules);
  return settings;
}

bool session_ignores(Session *self, Slice path) {
  return config_ignores(session_config(self, path), path);
}

#include "config.h"

bool config_ignores(const Config *self, Slice path) {
  (void)self, (void)path;
  return false;
}

Slice config_language(const Config *self, Slice path) {
  (void)self, (void)path;
  return (Slice){0};
}

RuleSettings config_rules(const Config *self, Slice path) {
  (void)self, (void)path;
  return rule_settings_none();
}

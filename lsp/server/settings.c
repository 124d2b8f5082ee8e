#include "settings.h"

#include "protocol/params.h"

// ---- reading

static void complain_of_rule(const Client *client, const char *id) {
  Slice nearest = rule_nearest(slice_of(id));
  if (nearest.len)
    client_log(client, LOG_WARNING,
               "Settings: there is no rule \xE2\x80\x9C%s\xE2\x80\x9D; did you mean "
               "\xE2\x80\x9C%.*s\xE2\x80\x9D?",
               id, SLICE_FMT(nearest));
  else
    client_log(client, LOG_WARNING,
               "Settings: there is no rule \xE2\x80\x9C%s\xE2\x80\x9D; `gloss rules` lists them",
               id);
}

static void read_rule(const char *id, const json_t *value, RuleSettings *rules,
                      const Client *client) {
  const RuleInfo *rule = rule_named(slice_of(id));
  Severity severity;
  if (!rule)
    complain_of_rule(client, id);
  else if (json_is_string(value) &&
           severity_from_name(slice_of(json_string_value(value)), &severity))
    rule_settings_set(rules, rule, severity);
  else
    client_log(client, LOG_WARNING,
               "Settings: \xE2\x80\x9C%s\xE2\x80\x9D can be error, warning, info, hint or off", id);
}

static RuleSettings read_rules(const json_t *object, const Client *client) {
  RuleSettings rules = rule_settings_none();
  const char *id;
  json_t *value;
  if (object && !json_is_object(object))
    client_log(client, LOG_WARNING,
               "Settings: \xE2\x80\x9Crules\xE2\x80\x9D is no object of rules and severities");
  json_object_foreach((json_t *)object, id, value) read_rule(id, value, &rules, client);
  return rules;
}

// An editor may send all its settings, of which none are ours.
static void complain_of_keys(const json_t *options, const Client *client) {
  const char *key;
  json_t *value;
  json_object_foreach((json_t *)options, key, value) if (strcmp(key, "rules") != 0)
      client_log(client, LOG_WARNING,
                 "Settings: there is no setting \xE2\x80\x9C%s\xE2\x80\x9D, only "
                 "\xE2\x80\x9Crules\xE2\x80\x9D",
                 key);
}

void settings_apply(const json_t *options, const Client *client, Workspace *workspace) {
  const json_t *section = json_at(options, "gloss");
  if (section) options = section;
  if (section || json_at(options, "rules")) complain_of_keys(options, client);
  RuleSettings rules = read_rules(json_at(options, "rules"), client);
  workspace_set_client_rules(workspace, &rules);
}

// ---- asking

static void ask(Settings *self, const Client *client) {
  self->again = self->outstanding;
  if (self->outstanding) return;
  self->outstanding = true;
  client_request(client, SETTINGS_ASK_ID, "workspace/configuration",
                 json_pack("{s[{ss}]}", "items", "section", "gloss"));
}

void settings_begin(Settings *self, const Client *client) {
  if (client->abilities.registers_configuration)
    client_request(client, SETTINGS_REGISTER_ID, "client/registerCapability",
                   json_pack("{s[{sssss{ss}}]}", "registrations", "id", SETTINGS_REGISTER_ID,
                             "method", "workspace/didChangeConfiguration", "registerOptions",
                             "section", "gloss"));
  if (client->abilities.asks_configuration) ask(self, client);
}

void settings_changed(Settings *self, const json_t *options, const Client *client,
                      Workspace *workspace) {
  if (client->abilities.asks_configuration)
    ask(self, client);
  else
    settings_apply(options, client, workspace);
}

// Where nothing is configured, what was said at the start stays.
void settings_answered(Settings *self, const json_t *result, const Client *client,
                       Workspace *workspace) {
  const json_t *section = json_array_get(result, 0);
  self->outstanding = false;
  if (json_is_object(section)) settings_apply(section, client, workspace);
  if (self->again) ask(self, client);
}

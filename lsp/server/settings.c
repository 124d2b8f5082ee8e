#include "settings.h"

#include "protocol/params.h"

// ---- reading

// Of the keys of an object all but `a` and `b`. NULL, or no object, has none.
static void complain_of_keys(const json_t *object, const char *a, const char *b,
                             const Client *client) {
  const char *key;
  json_t *value;
  json_object_foreach((json_t *)object, key, value) if (strcmp(key, a) != 0 && strcmp(key, b) != 0)
      client_log(client, LOG_WARNING,
                 "Settings: there is no setting \xE2\x80\x9C%s\xE2\x80\x9D, only "
                 "\xE2\x80\x9C%s\xE2\x80\x9D and \xE2\x80\x9C%s\xE2\x80\x9D",
                 key, a, b);
}

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

// ---- how glossaries are laid out

static void read_wrap(const json_t *value, StyleChoice *style, const Client *client) {
  char columns[24];
  if (!value) return;
  snprintf(columns, sizeof columns, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
  bool is_word = json_is_string(value) && !byte_is_digit(*json_string_value(value));
  Slice written = is_word ? slice_of(json_string_value(value)) : slice_of(columns);
  if ((!is_word && !json_is_integer(value)) || !style_read_wrap(style, written))
    client_log(
        client, LOG_WARNING,
        "Settings: \xE2\x80\x9Cwrap\xE2\x80\x9D can be keep, none or a number of columns from "
        "%d to %d",
        WRAP_LEAST, WRAP_MOST);
}

static void read_sort(const json_t *value, StyleChoice *style, const Client *client) {
  style->sorts = json_is_boolean(value);
  style->sort = json_is_true(value);
  if (value && !style->sorts)
    client_log(client, LOG_WARNING, "Settings: \xE2\x80\x9Csort\xE2\x80\x9D can be true or false");
}

static StyleChoice read_style(const json_t *object, const Client *client) {
  StyleChoice style = {0};
  if (object && !json_is_object(object))
    client_log(client, LOG_WARNING,
               "Settings: \xE2\x80\x9C"
               "format\xE2\x80\x9D is no object, such as {\"wrap\": 80}");
  complain_of_keys(object, "wrap", "sort", client);
  read_wrap(json_at(object, "wrap"), &style, client);
  read_sort(json_at(object, "sort"), &style, client);
  return style;
}

// ---- all

void settings_apply(const json_t *options, const Client *client, Workspace *workspace) {
  const json_t *section = json_at(options, "gloss");
  if (section) options = section;
  bool is_ours = section || json_at(options, "rules") || json_at(options, "format");
  if (is_ours) complain_of_keys(options, "rules", "format", client);
  RuleSettings rules = read_rules(json_at(options, "rules"), client);
  StyleChoice style = read_style(is_ours ? json_at(options, "format") : NULL, client);
  workspace_set_client_rules(workspace, &rules);
  workspace_set_client_style(workspace, &style);
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

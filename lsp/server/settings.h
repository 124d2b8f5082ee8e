// Settings: what the person has set in the editor, {"rules": {"term-case": "off"}, "format":
// {"wrap": 80}}, from the initializationOptions, or later from the section `gloss` of the editor's
// configuration.
#pragma once

#include "protocol/client.h"
#include "workspace/workspace.h"

typedef struct {
  bool outstanding; // the client was asked and has not answered
  bool again;       // the configuration has changed since it was asked
} Settings;

#define SETTINGS_ASK_ID "gloss/settings"
#define SETTINGS_REGISTER_ID "gloss/settings-changes"

// Applies `options` (NULL or anything); what is wrong in them is told in the client's log, and the
// rest applies. An object with a member `gloss` means that member.
void settings_apply(const json_t *options, const Client *client, Workspace *workspace);

// Asks the client for its configuration, and for news of it, as far as it can. After `initialized`.
void settings_begin(Settings *self, const Client *client);

// The client says that its configuration has changed; `options` holds it, unless we have to ask.
void settings_changed(Settings *self, const json_t *options, const Client *client,
                      Workspace *workspace);

// The client has answered with `result` (NULL: with an error).
void settings_answered(Settings *self, const json_t *result, const Client *client,
                       Workspace *workspace);

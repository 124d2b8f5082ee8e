// Configured: what the gloss.json files on the disk and the client's own settings say of the files
// of a workspace. What is wrong in a gloss.json is told as diagnostics of it.
#pragma once

#include "config/configs.h"
#include "documents.h"
#include "protocol/client.h"

typedef struct Configured Configured;

// Both are borrowed.
Configured *configured_new(const Client *client, const Documents *documents);
void configured_delete(Configured *self);

// Takes over what was read from the disk, in the place of what was read before.
void configured_take(Configured *self, Configs *configs);

// What was read; NULL: nothing yet.
const Configs *configured_configs(const Configured *self);

// The gloss.json that holds for the file `path`, as last read; NULL: none. Borrowed until
// configured_take.
const Config *configured_config(const Configured *self, Slice path);

// The rules for that file: those of its gloss.json, above those that the client has set.
RuleSettings configured_rules(const Configured *self, Slice path);
void configured_set_client_rules(Configured *self, const RuleSettings *rules);

// The same for the layout of that file, a glossary.
FormatStyle configured_style(const Configured *self, Slice path);
void configured_set_client_style(Configured *self, const StyleChoice *style);

// Is raised whenever the settings of any file may have changed.
uint64_t configured_generation(const Configured *self);

// Refresh: when the client is to ask for all diagnostics again (workspace/diagnostic/refresh),
// because what they hang on has changed: terms, settings, or glossaries on the disk.
#pragma once

#include "lint/checker.h"
#include "protocol/client.h"

#define REFRESH_ID "gloss/refresh"

typedef struct {
  bool begun;       // `told` counts: before, the client had no answer that could be outdated
  Basis told;       // what the client's diagnostics hang on, at most
  bool loaded;      // glossaries were read and were others than before
  bool outstanding; // the client has not answered yet
  uint64_t revision;
} Refresh;

// Glossaries were read from the disk.
void refresh_loaded(Refresh *self, const Checker *checker);

bool refresh_due(const Refresh *self, const Checker *checker, const Client *client);
void refresh_ask(Refresh *self, const Checker *checker, const Client *client);

// The client has answered: it may be asked again.
void refresh_answered(Refresh *self);

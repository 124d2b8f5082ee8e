// State: all that the server knows during one conversation. Requests read it through a Snapshot;
// only the handlers that say `apply` in the table of methods write to it.
#pragma once

#include "feature/feature.h"
#include "lint/checker.h"
#include "project/project.h"
#include "protocol/client.h"
#include "refresh.h"
#include "settings.h"
#include "workspace/documents.h"
#include "workspace/workspace.h"

// Bits, so that the table of methods can say in which of them a method is allowed.
typedef enum {
  LIFE_NEW = 1,     // before initialize
  LIFE_RUNNING = 2, //
  LIFE_STOPPED = 4, // after shutdown
  LIFE_OVER = 8,    // after exit
} Life;

typedef struct {
  Life life;
  bool was_shut_down;
  int parent; // process id of the client; 0 when unknown
  Client client;
  Glossary *glossary;
  Documents *documents;
  Workspace *workspace;
  Settings settings;
  Refresh refresh;
  Checker checker;
  Project *project;
} State;

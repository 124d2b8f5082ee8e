// Asking: one workspace/diagnostic request on its way: what the client knows already, and what it
// has yet to be told.
#pragma once

#include "disk/paths.h"
#include "server/client.h"
#include <glossary/base/arena.h>

// What the client was told before of one document.
typedef struct {
  Slice key; // its path, or its URI where it has none
  Slice uri; // as the client writes it
  Slice result_id;
  bool seen; // it was reported again, or need not be
} Previous;

typedef struct {
  json_t *id;
  json_t *token;            // for partial results; NULL: none are wanted
  json_t *reports;          // not sent yet
  Array(Previous) previous; // ascending by key
  Arena *arena;
} Asking;

Asking *asking_new(json_t *id, const json_t *params);
void asking_delete(Asking *self);

// What it was told before of the document `key`; NULL: nothing.
Previous *asking_previous(const Asking *self, Slice key);

// Adds a report (taken over) of a document, and sends all when there are many.
void asking_add(Asking *self, const Client *client, Slice uri, json_t *version, json_t *report);

// Takes back what was told of documents that were not seen this time, answers, and ends it.
void asking_finish(Asking *self, const Client *client);

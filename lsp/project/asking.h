// Asking: one workspace/diagnostic request on its way: what the client knows already, and what it
// has yet to be told.
#pragma once

#include "disk/paths.h"
#include "protocol/client.h"
#include "workspace/documents.h"
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

// Adds a report of the diagnostics `items` (taken over) of the document `key`; `document` NULL: it
// is not open. Of a file without findings that nothing was ever said of, nothing is said. Sends all
// reports when there are many. Gives the digest of the diagnostics.
uint64_t asking_report(Asking *self, const Client *client, Slice key, const Document *document,
                       json_t *items, Arena *arena);

// Says that all is as the client was told before.
void asking_report_unchanged(Asking *self, const Client *client, Previous *previous);

// Takes back what was told of documents that were not seen this time, answers, and ends it.
void asking_finish(Asking *self, const Client *client);

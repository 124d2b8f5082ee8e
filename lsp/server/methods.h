// Methods: THE table of what the server understands.
#pragma once

#include "state.h"

// Exactly one of these is set: a request that only reads is a Feature; whatever writes gets the
// state; and what takes long answers the request `id` by itself when it is done.
typedef json_t *Apply(State *state, const Params *params, Arena *arena); // the result, or NULL
typedef void Begin(State *state, json_t *id, const Params *params);

// What a request waits for.
typedef enum {
  NEEDS_NOTHING,
  NEEDS_GLOSSARIES, // workspace_is_ready()
  NEEDS_FINDINGS,   // and the findings in its document; other requests go first meanwhile
} Needs;

typedef struct {
  const char *name;
  bool is_request;
  unsigned allowed; // Life bits
  Needs needs;
  Decoder *decode;
  Feature *answer;
  Apply *apply;
  Begin *begin;
} Method;

// NULL when there is none.
const Method *method_find(Slice name, bool is_request);

// Methods: THE table of what the server understands.
#pragma once

#include "state.h"

// Exactly one of `answer` and `apply` is set: a request that only reads is a Feature; whatever
// writes gets the state.
typedef json_t *Apply(State *state, const Params *params, Arena *arena); // the result, or NULL

typedef struct {
  const char *name;
  bool is_request;
  unsigned allowed;    // Life bits
  bool needs_glossary; // waits for them: workspace_is_ready()
  Decoder *decode;
  Feature *answer;
  Apply *apply;
} Method;

// NULL when there is none.
const Method *method_find(Slice name, bool is_request);

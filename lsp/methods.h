// Methods: THE table of what the server understands.
#pragma once

#include "state.h"

// Whether a handler reads only, or writes.
typedef struct {
  const char *name;
  bool is_request;
  unsigned allowed;    // Life bits
  bool needs_glossary; // waits until the glossaries have been read once
  Decoder *decode;
  Feature *answer; // of a request that only reads
  json_t *(*apply)(State *state, const Params *params,
                   Arena *arena); // else; gives the result, or NULL
} Method;

// NULL when there is none.
const Method *method_find(Slice name, bool is_request);

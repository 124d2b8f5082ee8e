// Params: the parameters of the messages we understand, as plain data. A decoder takes the `params`
// of a message (NULL when it has none) and says whether they have the shape that LSP gives them.
#pragma once

#include "change.h"
#include "json.h"
#include <glossary/base/arena.h>

// Slices borrow from the message. Only what the method's decoder reads is set.
typedef struct {
  const json_t *raw;
  Slice uri; // of the document
  Slice language;
  Slice text; // of a document that is opened; what was typed
  Version version;
  Position position, end; // the start of a range, and its end
  const TextChange *changes;
  size_t change_count;
  const json_t *added, *removed; // arrays of WorkspaceFolder; NULL: none
} Params;

typedef bool Decoder(const json_t *json, Params *params, Arena *arena);

Decoder params_any;      // all is well
Decoder params_object;   // an object, read by the handler
Decoder params_document; // textDocument.uri
Decoder params_place;    // … and position
Decoder params_range;    // … and range
Decoder params_typed;    // … and position, and what was typed there
Decoder params_open;     // didOpen
Decoder params_change;   // didChange
Decoder params_folders;  // didChangeWorkspaceFolders

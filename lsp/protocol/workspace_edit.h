// Workspace edit: edits of documents as LSP's WorkspaceEdit, in the form that the client takes, or
// as its TextEdits.
#pragma once

#include "change.h"
#include "protocol.h"

// Edits of a text, ascending and not overlapping, as an array of TextEdit.
json_t *text_edits(Text *text, const Edit *edits, size_t count, Encoding encoding);

// Edits of one document, ascending and not overlapping. `version` is that of the open document, or
// unknown for one that is not open.
json_t *workspace_edit(const Abilities *abilities, Slice uri, Version version, Text *text,
                       const Edit *edits, size_t count);

// A new file with that text; for clients with Abilities.creates_files.
json_t *workspace_edit_create(Slice uri, Slice text);

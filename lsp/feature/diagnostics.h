// Diagnostics: the findings in the glossaries that are open, kept in step with what the author
// types.
#pragma once

#include "client.h"
#include "documents.h"

// Tells the client the findings of each open glossary, where they or its version are not what was
// last told.
void diagnostics_publish(const Client *client, Glossary *glossary, const Documents *documents,
                         Arena *arena);

// Takes back what was told of a document that is about to be closed.
void diagnostics_clear(const Client *client, const Document *document);

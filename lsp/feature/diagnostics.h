// Diagnostics: the findings in the glossaries that are open, kept in step with what the author
// types.
#pragma once

#include "client.h"
#include "documents.h"

// Whether there is an open glossary whose findings, as it is now, the client has not heard.
bool diagnostics_due(const Glossary *glossary, const Documents *documents);

// Does a part of what is due, short enough for a request to wait for: looks at some entries of one
// glossary. Once it knows all its findings it tells the client, if they or the version of the
// document are not what was last told.
void diagnostics_go_on(const Client *client, Glossary *glossary, const Documents *documents,
                       Arena *arena);

// Takes back what was told of a document that is about to be closed.
void diagnostics_clear(const Client *client, const Document *document);

// Diagnostics that are pushed: the findings in the open documents, kept in step with what the
// author types, for clients that do not pull them (Abilities.pulls).
#pragma once

#include "lint/checker.h"
#include "protocol/client.h"

// Whether there is an open document whose findings, as it is now, the client has not heard.
bool diagnostics_due(const Checker *checker, const Client *client);

// Does a part of what is due, short enough for a request to wait for. Once all findings of one
// document are known it tells the client, if they or the version of the document are not what was
// last told.
void diagnostics_go_on(const Checker *checker, const Client *client, Arena *arena);

// Takes back what was told of a document that is about to be closed.
void diagnostics_clear(const Client *client, const Document *document);

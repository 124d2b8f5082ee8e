// Document: one text that a command looks at, from a file or standard input.
#pragma once

#include "session.h"
#include <glossary/prose/prose.h>

typedef struct {
  Slice path;                    // absolute; empty for standard input
  Slice shown;                   // how it is called
  Slice bytes;                   // owned
  const ProseLanguage *language; // NULL: plain text
} Document;

// Reads a file, or standard input when `path` is empty. False, and the session has told why, when
// it cannot be read or is binary. document_free() after success.
bool document_read(Session *session, Slice path, Document *document);
void document_free(Document *document);

// The files the operands name, absolute, ascending, each once: files as they are, folders by the
// files below them that `wants` takes. No operand means the current folder.
void documents_named(Session *session, bool (*wants)(void *context, Slice path), Paths *paths);

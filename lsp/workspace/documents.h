// Documents: the texts that are open in the editor.
//
// A document that is a glossary lives in the Glossary, as a file of its store under the document's
// key; any other keeps its text here. So each text is held once, and what an author types in a
// glossary counts at once.
#pragma once

#include "disk/files.h"
#include "kept.h"
#include "protocol/change.h"
#include <glossary/glossary.h>

typedef struct {
  Slice uri;      // as the client writes it
  Slice path;     // of the file; empty for a document that is none
  Slice key;      // path, or uri where there is no path: under which the store knows a glossary
  Slice language; // LSP's language id, may be empty
  Version version;
  bool is_glossary;
  uint64_t edition; // raised with each change of its text
  Kept kept;        // what is wrong with it (lint/checker.h)
  bool owed;        // the findings were put together, or the version raised, since it was told
  uint64_t told;    // a digest of what it was told last; 0: nothing yet
  // private
  Text *text; // NULL for a glossary
} Document;

typedef struct Documents Documents;

Documents *documents_new(Glossary *glossary); // borrowed
void documents_delete(Documents *self);

// A document that is to be opened.
typedef struct {
  Slice uri, language, text;
  Version version;
  bool is_named; // --glossary or a gloss.json names it: a glossary whatever it is called
  Slice root;    // of a glossary: its workspace folder (see store.h)
} Opening;

// Whether a document is opened as a glossary: because it is named as one, by the client's language
// id, or by its name.
bool document_is_glossary(Slice language, Slice path, bool is_named);

// Opens a document, in the place of one with the same key if there is one. Copies what it needs. A
// glossary takes the place of the file on disk.
Document *documents_open(Documents *self, const Opening *opening);

// Makes the changes in their order. False when the text would grow above TEXT_MAX: then the rest of
// the changes is not made.
bool documents_change(Documents *self, Document *document, const TextChange *changes, size_t count,
                      Encoding encoding);

// Forgets the document. A glossary stays in the store until somebody knows what is on disk.
void documents_close(Documents *self, Document *document);

// The path of a document, absolute, or an empty slice when it is no file. In `arena`.
Slice document_path(Slice uri, Arena *arena);

// NULL when it is not open.
Document *documents_find(const Documents *self, Slice uri);
Document *documents_with_key(const Documents *self, Slice key);

size_t documents_count(const Documents *self);
Document *documents_at(const Documents *self, size_t index); // in the order of opening

// Its text, to be read.
Text *document_text(const Documents *self, const Document *document);

// The file of the store that a glossary document is.
GlossaryFile *document_file(const Documents *self, const Document *document);

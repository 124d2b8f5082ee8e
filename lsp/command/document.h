// Document: one text that a command looks at, from a file or standard input.
#pragma once

#include "session.h"
#include <glossary/prose/prose.h>
#include <glossary/text.h>

typedef struct {
  Slice path;      // absolute: says the language and which glossaries apply; empty: a nameless text
  Slice shown;     // how it is called
  bool from_stdin; // its bytes come from standard input
  bool found;      // in a folder, by its name: nobody named it
  const Config *config; // the gloss.json that holds for it; NULL: none
} DocumentName;

typedef Array(DocumentName) DocumentNames;

typedef struct {
  DocumentName name;             // borrowed
  Text *text;                    // owned
  Slice bytes;                   // of the text
  const ProseLanguage *language; // NULL: plain text
  bool has_mark;                 // standard input began with a byte order mark
} Document;

// Reads a text. False when it cannot be read or is binary, and why, as for file_read; no word of
// why for a binary file that was found and is no glossary: its name only looked like that of a text
// (`video.ts`).
// `lang` is the language id that goes before what the gloss.json and the file's name say; may be
// empty. Touches nothing else: safe on any thread. document_free() after success.
bool document_load(DocumentName name, Slice lang, Document *document, Slice *problem, Arena *arena);

// The same for a session, which tells the problem.
bool document_read(Session *session, DocumentName name, Document *document);
void document_free(Document *document);

// A file as it was named on the command line.
DocumentName document_named(Session *session, Slice path);

// Standard input, by the name that --stdin-filename gives it.
DocumentName document_stdin(Session *session);

// Tells when there is no language of the name that --lang gives.
void document_check_lang(Session *session);

// The files the operands name, ascending by path, each once: files as they are, folders by the
// files below them that `wanted` takes (its context is the session), and patterns like
// `docs/**/*.md`, where there is no file of that name, by those that match. What a gloss.json
// ignores is left out of folders and patterns. No operand means the current folder.
void documents_named(Session *session, bool (*wanted)(void *context, Slice path),
                     DocumentNames *names);

// Leaves of several names of one file, whatever links lead to it, the one without links, else the
// first. They ascend by path then.
void documents_once_each(DocumentNames *names, Arena *arena);

// As `wanted`: glossaries, and what tells of a language by its name or in the gloss.json.
bool document_is_wanted(void *context, Slice path);

// The operand itself, or the folder below which the files of a pattern are; borrowed, so it need
// not end with a NUL.
Slice operand_folder(Slice operand);

// Checker: finds out what is wrong in the open documents, glossaries and others alike, a piece at a
// time.
#pragma once

#include "workspace/documents.h"
#include "workspace/workspace.h"

// All is borrowed.
typedef struct {
  Glossary *glossary;
  const Documents *documents;
  const Workspace *workspace;
} Checker;

// Whether the findings of the document as it is now are known: then checker_findings only hands
// them out.
bool checker_knows(const Checker *self, const Document *document);

// Does a part of what is missing, short enough for a request to wait for. True when it knows all.
bool checker_work(const Checker *self, Document *document);

// All findings of the document, ascending; valid until the next message is dealt with. Does the
// work that is left.
const Findings *checker_findings(const Checker *self, Document *document);

// Whether the project's configuration says that the file is none of ours: nothing is wrong in it.
bool checker_ignores(const Checker *self, Slice path);

// The language of the file `path` that the editor takes for `language`; either may be empty. What
// the project says goes before that. NULL: unknown.
const ProseLanguage *checker_language(const Checker *self, Slice path, Slice language);

// Where a document stands that is read from `path`, which may be empty, as the client's `language`.
// `settings` are written to and borrowed by the result.
DocumentPlace checker_place(const Checker *self, Slice path, Slice language,
                            RuleSettings *settings);

// DocumentLint: what is wrong with the running text of one document, kept while it is edited.
//
// The document is cut into stretches where reading may begin anew; each keeps its findings, so
// that a key pressed in a document of 20 MB costs one paragraph or a few. Everything is found by
// document_lint_work, a bounded piece at a time; document_lint_check puts it together.
//
// One thread at a time. The terms it asks may be asked by other threads meanwhile once
// terms_update has been called.
#pragma once

#include "../../match/terms.h"
#include "../../prose/prose.h"
#include "../../text.h"
#include "../rules.h"

typedef struct Census Census;
typedef struct DocumentLint DocumentLint;

// Where the document stands. All is borrowed, for one call.
typedef struct {
  Terms *terms;
  Scope scope;
  const ProseLanguage *language; // NULL: all of it is plain words
  const RuleSettings *settings;  // rules that are off are not looked for
  const Census *census;          // of the project, for inconsistent-form; NULL: this document only
} DocumentPlace;

// Nothing is known. Stretches are STRETCH_LEAST bytes long or longer; with document_lint_cut, for
// tests, `least`: UINT32_MAX makes one of the whole document.
enum { STRETCH_LEAST = 2048 };
DocumentLint *document_lint_new(void);
DocumentLint *document_lint_cut(uint32_t least);
void document_lint_delete(DocumentLint *self);

// The bytes of `range` gave way to `added` bytes. To be called for each edit, in order.
void document_lint_edit(DocumentLint *self, Range range, uint32_t added);

// Forgets everything: the terms, the settings or the language are others now.
void document_lint_reset(DocumentLint *self);

// Reads stretches that are not known yet, about `most` bytes of them or one stretch. True when all
// are known. `text` is the document as it is after all edits told.
bool document_lint_work(DocumentLint *self, const DocumentPlace *place, Text *text, size_t most);

// All findings, ascending by range and rule: those that a comment in the text suppresses left out,
// comments that suppress nothing reported, severities as the settings say. Does the work that is
// left. The result lives in `arena`.
Findings document_lint_check(DocumentLint *self, const DocumentPlace *place, Text *text,
                             Arena *arena);

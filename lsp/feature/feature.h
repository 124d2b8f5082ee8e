// Feature: the answer to a request, a pure function of what is known and what is asked.
#pragma once

#include "lint/checker.h"
#include "protocol/capabilities.h"
#include "protocol/params.h"
#include "workspace/documents.h"

typedef struct {
  Glossary *glossary; // not changed, but for what it derives on demand
  const Documents *documents;
  const Abilities *abilities;
  const Checker *checker;
} Snapshot;

// Gives the result (NULL: null), a new reference.
typedef json_t *Feature(const Snapshot *snapshot, const Params *params, Arena *arena);

Feature hover_answer;
Feature completion_answer;
Feature completion_resolve;
Feature action_answer;
Feature action_resolve;
Feature format_answer;
Feature format_range_answer;
Feature format_typed_answer;

// Where in a document a question is asked.
typedef struct {
  const Document *document;
  Text *text;
  uint32_t offset;
  Scope scope;
  const ProseLanguage *language; // NULL: unknown
} Place;

// False when the document is not open.
static inline bool place_find(const Snapshot *snapshot, const Params *params, Place *place) {
  const Document *document = documents_find(snapshot->documents, params->uri);
  if (!document) return false;
  Text *text = document_text(snapshot->documents, document);
  *place = (Place){
      .document = document,
      .text = text,
      .offset = offset_from_position(text, params->position, snapshot->abilities->encoding),
      .scope = {document->path},
      .language = checker_language(snapshot->checker, document->path, document->language),
  };
  return true;
}

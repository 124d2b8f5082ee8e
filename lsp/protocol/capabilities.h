// Capabilities: what both sides can do, settled in initialize. Clients leave out, or set to null,
// whatever they have nothing to say about.
#pragma once

#include "position.h"
#include <jansson.h>

typedef struct {
  Encoding encoding;            // of positions, settled by us: UTF-8 where it is offered
  bool hover_markdown;          // else plain text
  bool documentation_markdown;  // the same for completion items
  bool related_information;     // shows the other places of a diagnostic
  bool code_description;        // links from a diagnostic to the page of its rule
  Slice rules_page;             // the URI of our page of rules; empty: none. The server's
  bool diagnostic_data;         // gives back what a diagnostic came with when it asks for actions
  unsigned tags;                // of diagnostics that it shows: FindingTag
  bool pulls;                   // asks for diagnostics, and asks again when we tell it to
  bool pulls_related;           // takes those of other documents with an answer
  bool code_actions;            // takes them with their edits, not as commands only
  bool resolves_edits;          // asks for the edit of an action when somebody takes it
  bool versioned_edits;         // takes edits with the version of the document they are for
  bool creates_files;           // makes a new file as a part of an edit
  bool asks_configuration;      // answers workspace/configuration
  bool registers_configuration; // takes a registration for workspace/didChangeConfiguration
  bool watches_files;           // takes a registration for workspace/didChangeWatchedFiles
} Abilities;

// Of the `params` of initialize.
Abilities capabilities_read(const json_t *params);

// The result of initialize.
json_t *capabilities_answer(const Abilities *abilities);

// The params of client/registerCapability that ask for news of glossary files.
json_t *capabilities_watch(void);

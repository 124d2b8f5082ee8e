// Action: what a person can have done at one place of a document. Private to feature/action*.c.
#pragma once

#include "feature/feature.h"

typedef struct {
  const Snapshot *snapshot;
  Document *document;
  Text *text;
  const Findings *findings;
  Range range;        // that is selected, or a place
  const json_t *only; // the kinds that are wanted; NULL: all
  Arena *arena;
  json_t *actions; // what is offered
} Actions;

// Whether actions of the kind are wanted, which may be a part of a wanted kind.
bool actions_want(const Actions *self, const char *kind);

// Whether a finding touches the range.
bool actions_concern(const Actions *self, const Finding *finding);

// Adds an action. `finding` is what it mends (NULL: nothing particular); `edit` is taken over
// (NULL: it comes when the action is resolved, by `data`, which is taken over too).
typedef struct {
  Slice title;
  const char *kind;
  const Finding *finding;
  bool preferred;
  json_t *edit, *data;
} Action;

void actions_add(Actions *self, Action action);

// Edits of the document.
json_t *actions_edit(const Actions *self, const Edit *edits, size_t count);

// What each file of actions adds.
void actions_add_fixes(Actions *self);        // of findings, here and everywhere
void actions_add_reflow(Actions *self);       // of a flattened body
void actions_add_suppressions(Actions *self); // comments
void actions_add_terms(Actions *self);        // entries and aliases

// The edit of an action of actions_add_fixes that came without one; NULL: there is nothing to do
// any more.
json_t *actions_resolve_fix(Actions *self, const json_t *data);

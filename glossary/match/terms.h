// Terms: the index of a store, always up to date. Two immutable layers: the base holds all entries
// with an id below its mark; the recent layer holds those after it and is built again when one is
// added. When the recent layer has grown to a share of the base, both become a new base. Entries
// that are gone are still in the layers but no longer in the store, and are not admitted.
#pragma once

#include "../store.h"
#include "index.h"

typedef struct Terms Terms;

Terms *terms_new(const Store *store); // borrowed; outlives the result
void terms_delete(Terms *self);

// The layers for index_scan, brought up to date: writes them to `layers` and returns how many.
// Valid until the next call; index_retain keeps one longer.
size_t terms_layers(Terms *self, const Index *layers[2]);

// As in terms_new.
const Store *terms_store(const Terms *self);

// Where a question is asked: which glossaries apply, and how near they are.
typedef struct {
  Slice path; // of the document, absolute; empty: everywhere
} Scope;

// True when the glossary that holds `entry` applies to the document.
bool scope_admits(Scope scope, const GlossaryFile *file);

// Whether two glossaries say that they serve the same documents.
bool scope_same(const GlossaryFile *a, const GlossaryFile *b);

// Steps from the document's folder to the glossary's: up and down. 0: the same folder.
uint32_t scope_distance(Scope scope, const GlossaryFile *file);

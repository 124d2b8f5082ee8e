// Terms: the index of a store, always up to date, in immutable layers.
//
//   oldest                              newest
//   [ 40,000 entries ][ 3,000 ][ 200 ][ 1 ]      each much larger than the next
//
// Entries that are new make a new layer, which swallows those before it that are not much larger.
// So an entry is put into a layer a logarithmic number of times at most, one that is typed in is
// alone in its layer, and a store that was loaded at once has one. Entries that are gone are still
// in their layer but no longer in the store, and are not admitted; when they are more than those
// that live, all becomes one layer again.
#pragma once

#include "../store.h"
#include "index.h"

typedef struct Terms Terms;

Terms *terms_new(const Store *store); // borrowed; outlives the result
void terms_delete(Terms *self);

enum { TERMS_LAYERS_MAX = 8 };

// The layers for index_scan, brought up to date: writes them to `layers` and returns how many.
// Valid until the next call.
size_t terms_layers(Terms *self, const Index *layers[TERMS_LAYERS_MAX]);

// Brings the layers up to date ahead of time. From then on, until the store changes, asking only
// reads, and any number of threads may ask.
void terms_update(Terms *self);

// As in terms_new.
const Store *terms_store(const Terms *self);

// How often an entry was put into a layer so far: the work that was done.
uint64_t terms_work(const Terms *self);

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

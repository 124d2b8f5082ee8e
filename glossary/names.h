// Names: which entries answer to which name, across all files. Derived from the store's changes.
//
// Names are compared by entry_name_key, so `[[kernel  Fusion]]` finds Kernel fusion.
#pragma once

#include "store.h"

typedef struct Names Names;

Names *names_new(const Store *store); // takes in what the store already holds
void names_delete(Names *self);
void names_apply(Names *self, const StoreChange *change);

// The ids of the entries whose full name is `key`, ascending; `*count` of them.
const uint32_t *names_with(const Names *self, Slice key, size_t *count);

// Whether a reference to `key` has an answer: a name, a headword or any form but an avoided one.
bool names_answer(const Names *self, Slice key);

// The closest name an author may have meant by `key`, or an empty slice. Borrowed.
Slice names_nearest(const Names *self, Slice key);

// Names: which entries answer to which name, across all files. Derived from the store's changes.
//
// A name is known by its key (name_key), so `[[kernel  Fusion]]` finds Kernel fusion; and a
// key that was ever asked for or taken keeps its NameId, so that whoever refers to a name need not
// look it up again.
#pragma once

#include "../store.h"

typedef uint32_t NameId;
typedef Array(NameId) NameIds;

typedef struct Names Names;

Names *names_new(const Store *store); // borrowed; takes in what the store already holds
void names_delete(Names *self);

// Follows a change of the store. Appends every name to `touched` that other entries now take,
// answer to or avoid than before. A name can be appended twice.
void names_apply(Names *self, const StoreChange *change, NameIds *touched);

NameId names_id(Names *self, Slice name);

// Where all plurals and singulars of `name` meet, and words that only look like them. An entry
// answers to it beside its name.
NameId names_stem_id(Names *self, Slice name);

// The ids of the entries whose full name this is, in the order in which they came; `*count` of
// them. Valid until the next names_apply.
const uint32_t *names_taken_by(const Names *self, NameId name, size_t *count);

// The entries with a form that reads like this name, avoided ones apart; once for each such form.
const uint32_t *names_answered_by(const Names *self, NameId name, size_t *count);

// The entries that say not to use this name.
const uint32_t *names_avoided_by(const Names *self, NameId name, size_t *count);

// The names that an entry gives answers to, stems among them.
const NameId *names_given(const Names *self, uint32_t entry, size_t *count);

// Whether a reference to this name has an answer: the name, headword or any form but an avoided one
// of some entry.
bool names_answered(const Names *self, NameId name);

// Whether `name` is the plural or the singular of one that has an answer; `stem` is its stem's id.
bool names_answered_in_number(Names *self, NameId stem, Slice name);

// The answered name closest to this one, or an empty slice when none is near. Looks at all names
// the first time, later only at those that were added, unless the closest one is gone.
Slice names_nearest(Names *self, NameId name);

// Who refers to a name, for the linter to come back to them. An entry that refers twice is added
// twice.
void names_add_referrer(Names *self, NameId name, uint32_t entry);
void names_remove_referrer(Names *self, NameId name, uint32_t entry);
const uint32_t *names_referrers(const Names *self, NameId name, size_t *count);

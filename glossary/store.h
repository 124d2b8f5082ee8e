// Store: all glossary files that are loaded, and their entries.
//
// A file is made from bytes alone, on any thread, and handed to the store, which lives on one
// thread. Each change raises the revision and says what it did, so that whoever derives something
// from entries (terms.h, names.h, lint/) follows without looking at the rest.
//
// Every entry has an id, given in ascending order and never again. An entry that is read again
// after an edit and still names the same term keeps its id: only its ranges move.
#pragma once

#include "entry.h"

struct GlossaryFile {
  Slice path; // as given; absolute in the server
  Slice root; // the workspace folder it was found in; empty when it applies everywhere
  Text *text;
  Outline outline;
  FileFacts facts;
  Array(Entry *) entries; // one a span
  Arena *facts_arena;     // private: what facts hold
  Arena *entries_arena;   // private: the entries read when the file was made
};

// Reads `bytes` (copied, at most TEXT_MAX). Touches nothing else: safe on a worker thread. Its
// entries have no ids until the store gives them.
GlossaryFile *glossary_file_new(Slice path, Slice root, Slice bytes);

// The same from a text, which moves in.
GlossaryFile *glossary_file_from(Slice path, Slice root, Text *text);
void glossary_file_delete(GlossaryFile *self);

// Whether any entry has a headword: where none has, the text is hardly a glossary.
bool glossary_file_has_headword(const GlossaryFile *self);

Range entry_range(const Entry *entry);

// Its body and its definition (the body's first paragraph; page dialect: the lead, up to the first
// block that was flattened into the line), as written. Valid as for text_slice.
Slice entry_body(const Entry *entry);
Slice entry_definition(const Entry *entry);

typedef struct Store Store;

// `removed` entries from index `first` on gave way to `added` ones, all in `file`. Entries that
// kept their id count as replaced too: their text or place may be new. `removed_ids` and
// `added_ids` name only terms that are gone or new. A file that was taken out has no entries any
// more; its memory goes with store_change_free.
typedef struct {
  GlossaryFile *file;
  uint32_t first, removed, added;
  Array(uint32_t) removed_ids, added_ids;
  bool file_removed;
} StoreChange;

void store_change_free(StoreChange *self);

Store *store_new(void);
void store_delete(Store *self);

// Takes `file`. Where one with the same path is loaded, its contents are replaced and `file` itself
// is gone: change.file, the one that stays, is what to go on with. Terms at the front and the back
// of the file that are the same in both keep their ids.
StoreChange store_put(Store *self, GlossaryFile *file);

// Edits a file of the store.
StoreChange store_edit(Store *self, GlossaryFile *file, Range range, Slice replacement);

// Takes `file` out of the store.
StoreChange store_remove(Store *self, GlossaryFile *file);

// NULL when no such file is loaded.
GlossaryFile *store_find(const Store *self, Slice path);

size_t store_file_count(const Store *self);
GlossaryFile *store_file(const Store *self, size_t index); // ascending by path

// The entry with that id, or NULL when it is gone.
Entry *store_entry(const Store *self, uint32_t id);

// Every id given so far is below this.
uint32_t store_next_id(const Store *self);
size_t store_entry_count(const Store *self);
uint64_t store_revision(const Store *self);

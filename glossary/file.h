// File: how the store makes the entries of a GlossaryFile (store.h). Private to file.c and store.c.
#pragma once

#include "store.h"

#define ENTRY_ID_NONE UINT32_MAX // of an entry that no store has taken yet

// Reads entry `index` again, from the outline as it is now. The result owns its memory.
Entry *file_read_entry(GlossaryFile *self, uint32_t index);
void file_free_entry(Entry *entry);

// Reads the facts again. What the old ones held is handed to `replaced`, for the caller to delete.
void file_read_facts(GlossaryFile *self, Arena **replaced);

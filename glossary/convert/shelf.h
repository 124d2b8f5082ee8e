// Shelf: which file an imported entry goes to. Private to the importer.
#pragma once

#include "draft.h"
#include "import.h"

// Names the file of each draft and what it is sorted by, and sorts the drafts by both. `title` is
// that of the glossary.
void shelf_sort(Drafts *drafts, Split split, Slice title, Arena *arena);

// What stands behind the title of a file: `Words: K`. Empty when all is in one file.
Slice shelf_label(const Draft *draft, Split split, Arena *arena);

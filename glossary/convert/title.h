// Title: what a glossary is called, on the page of a site and over its files.
#pragma once

#include "../store.h"

// The title of a site as it stands on a page, below the link back; empty when there is none.
Slice title_of_page(GlossaryFile *page);

// The title that stands over files of the importer, without what it put behind it for each (`Words:
// K` in `k.gloss.md`); else that of the first file that has one.
Slice title_of_all(GlossaryFile *const *files, size_t count, Arena *arena);

// `docs/page.txt` is `page`.
Slice title_of_path(Slice path);

// New entry: one that only waits to be written, for commands that create it.
#pragma once

#include "finding.h"

// What stands for a definition until somebody writes it: `Keel is …`.
Slice new_definition(Slice name, Arena *arena);

// The edit that puts an entry of that name into `file`: in its alphabetical place where the file
// keeps the order, else at the end, written as the entries there are. `definition` may be empty:
// then new_definition stands there. `name` is one line.
Edit new_entry_edit(const GlossaryFile *file, Slice name, Slice definition, Arena *arena);

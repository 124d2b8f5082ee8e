// Stub: an entry that only waits to be written, for commands that create one.
#pragma once

#include "finding.h"

// What stands for a definition until somebody writes it: `Keel is …`.
Slice stub_definition(Slice name, Arena *arena);

// The edit that puts an entry of that name into `file`: in its alphabetical place where the file
// keeps the order, else at the end, written as the entries there are. `definition` may be empty:
// then it is a stub. `name` is one line.
Edit stub_entry(const GlossaryFile *file, Slice name, Slice definition, Arena *arena);

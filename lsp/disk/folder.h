// Folder: one that is made.
#pragma once

#include "files.h"

// Makes the folder `path`, absolute, and those above it that are missing. On failure says why in
// `problem`, without the path; what was made till then stays.
bool folder_make(Slice path, Slice *problem, Arena *arena);

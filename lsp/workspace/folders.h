// Folders: those that are open in the editor, as the client tells of them. They are absolute paths,
// owned by the list, each once, in the order in which they came.
#pragma once

#include "disk/paths.h"
#include "json.h"

// `array`: of WorkspaceFolder.
void folders_add(Paths *self, const json_t *array);
void folders_remove(Paths *self, const json_t *array);

// Those in the parameters of initialize; older clients know one root only, by URI or by path.
void folders_add_first(Paths *self, const json_t *params);

// Of folders that hold `path` and lie inside each other the widest, as when files are found; empty:
// none. Borrowed.
Slice folders_widest(const Paths *self, Slice path);

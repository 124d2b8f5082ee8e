// Ignore: which files a person does not want looked at, by `.gitignore` and `.ignore` files.
//
// Rules are read folder by folder on the way down. Of the rules that match a path the nearest
// folder's decide, and in one folder the last one; a rule that begins with `!` takes the path back
// in. What lies in an ignored folder is ignored with it: the walk does not go there.
#pragma once

#include <glossary/base/arena.h>

// The rules of one folder and, through it, of all folders above.
typedef struct Ignore Ignore;

// The rules that hold inside `folder` (absolute): its own and those above it, from the top of its
// git work tree on (with `.git/info/exclude`), or its own alone where there is none. All in
// `arena`.
const Ignore *ignore_top(Slice folder, Arena *arena);

// The rules inside `folder`, a folder right below that of `above`.
const Ignore *ignore_enter(const Ignore *above, Slice folder, Arena *arena);

// Whether `path`, which lies right inside the folder of `self`, is ignored.
bool ignore_has(const Ignore *self, Slice path, bool is_folder);

// The nearest folder from `folder` upward that holds `.git`; empty when there is none.
Slice git_top(Slice folder, Arena *arena);

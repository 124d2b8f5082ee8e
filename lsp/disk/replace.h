// Replace: new contents for a file that somebody else may be writing too.
//
// Whoever reads the file meanwhile sees the old contents or the new ones, whole: they are written
// to a temporary file in the same folder, which then takes the file's place. The mode is kept, and
// the owner where the system lets us. A symbolic link stays one: what it leads to is replaced.
// Of a file with several names (hard links), only the one that was given gets the new contents: the
// others keep the old ones, as with git. Ctrl-C waits for the file
// at hand; who is killed for good leaves whole files, and perhaps one `.gloss-XXXXXX`.
#pragma once

#include "files.h"

// Gives the file `path` the contents `after`, if those on the disk still are `before`. Neither
// holds the byte order mark, which is kept where there is one. On failure nothing has changed, no
// temporary file is left, and `problem` says why, without the path, as file_read does.
bool file_replace(Slice path, Slice before, Slice after, Slice *problem, Arena *arena);

// Writes a file that need not be there, as whole as above. `path` is absolute.
bool file_write(Slice path, Slice bytes, Slice *problem, Arena *arena);

// Whether the file begins with a byte order mark.
bool file_has_mark(Slice path);

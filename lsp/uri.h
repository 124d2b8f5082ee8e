// file: URIs and paths. Anything else (untitled:, vscode-notebook-cell:, git:) has no path.
#pragma once

#include <glossary/base/arena.h>

// The path of a file: URI, percent-decoded; an empty slice for any other scheme, a foreign host or
// an escaped NUL.
Slice uri_to_path(Slice uri, Arena *arena);

// Percent-encodes all but the unreserved characters and `/`.
Slice uri_from_path(Slice path, Arena *arena);

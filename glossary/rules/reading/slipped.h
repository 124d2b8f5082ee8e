// Slipped: a list of fields that is none, because its only known key is misspelt. Private to the
// rules.
#pragma once

#include "../rule.h"

// The key of the list's first item, a part of `list`, if one slip of the keyboard is all that makes
// it unknown; `meant` is the known one. Otherwise empty.
Slice slipped_key(Slice list, Slice *meant);

// Target: where a link leads.
#pragma once

#include <glossary/base/slice.h>

// Whether the link target that begins here leads to a place we let through. An entity or a
// backslash before the first slash could spell a scheme, so it is not let through.
bool target_is_safe(Slice target);

// What every user of jansson here needs besides jansson.
#pragma once

#include <glossary/base/slice.h>
#include <jansson.h>

// Lets jansson allocate through glossary/memory.h, so that none of its calls fails for lack of
// memory. To be called once, before anything else of jansson.
void json_use_memory(void);

// A string of any bytes: what is not UTF-8 becomes U+FFFD, one for each byte. A new reference,
// never NULL.
json_t *json_text(Slice bytes);

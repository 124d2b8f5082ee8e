// What every user of jansson here needs besides jansson.
#pragma once

#include <glossary/base/slice.h>
#include <jansson.h>

// Lets jansson allocate through glossary/base/memory.h, so that none of its calls fails for lack of
// memory. To be called once, before anything else of jansson.
void json_use_memory(void);

// A string of any bytes: what is not UTF-8 becomes U+FFFD, one for each byte. A new reference,
// never NULL.
json_t *json_text(Slice bytes);

// The value at `path` ("general/positionEncodings"), or NULL where any part of it is missing or
// null.
json_t *json_at(const json_t *root, const char *path);

// The string at `path`, or an empty slice.
Slice json_slice_at(const json_t *root, const char *path);

// A digest of it, never 0.
uint64_t json_digest(const json_t *json);

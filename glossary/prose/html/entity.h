// Character references of HTML: `&nbsp;`, `&#8209;`, `&#x2011;`.
#pragma once

#include "../prose.h"

// The length of the reference at the start of `text`; 0: there is none.
uint32_t entity_len(Slice text);

// What a reference does to the words on both sides of it.
PartLink entity_link(Slice entity);

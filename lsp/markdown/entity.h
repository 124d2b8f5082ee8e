// Entities and addresses between brackets, as HTML and Markdown write them.
#pragma once

#include <glossary/base/slice.h>

typedef struct {
  uint32_t len;   // how much of the text it takes; 0: none is here
  uint32_t bytes; // how long it is decoded
} Entity;

// `&amp;`, `&#38;` or `&#x26;` at the start of `text`, decoded into `out` (room for 4 bytes). One
// that stands for a control character, or for one that turns the reading direction around, is none.
Entity entity_read(Slice text, char *out);

// The end of `<https://…>` at the start of `text`; 0: none is here.
size_t autolink_end(Slice text);

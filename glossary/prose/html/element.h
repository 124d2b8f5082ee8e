// What an element of HTML does to the text around and inside it.
#pragma once

#include "../prose.h"

typedef enum {
  ELEMENT_SHOWN,
  ELEMENT_HIDDEN, // its text is code, or no text at all
  ELEMENT_BLOCK,  // the same, and it may hold blocks
  ELEMENT_RAW,    // the same, and it holds no tags
} ElementInside;

typedef struct HtmlElement HtmlElement;
struct HtmlElement {
  const char *name;
  PartLink link; // of what stands on both sides of a tag
  ElementInside inside;
};

// The element named at the start of `text`; one that parts what is around it if it is not known.
// Never NULL.
const HtmlElement *html_element(Slice text);

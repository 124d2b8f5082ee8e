// HTML, read piece by piece: a whole document at once, or the raw HTML that Markdown holds in the
// order in which it stands there.
#pragma once

#include "../writer.h"

typedef struct HtmlElement HtmlElement;

typedef enum { HTML_TEXT, HTML_TAG, HTML_COMMENT, HTML_DECLARATION, HTML_CDATA } HtmlPlace;

typedef struct {
  Slice text;
  Writer *out;
  HtmlPlace place;
  uint32_t comment; // where the last one begins

  // Of the tag that is open.
  const HtmlElement *element;
  bool closing;
  char quote, last; // of the value we are in; the last visible byte

  const HtmlElement *hidden; // what is inside is no running text; NULL: it is
  uint32_t depth;            // how many of it are open
} Html;

Html html_new(Slice text, Writer *out);

// Goes on with the bytes of `piece`, which may end inside a tag.
void html_feed(Html *self, Range piece);

// Forgets what is open.
void html_reset(Html *self);

// AsciiDoc inside a paragraph. Private to inline.c and macro.c.
#pragma once

#include "../inline.h"
#include "asciidoc.h"

// What is searched for in a paragraph, and what is open in it (Inline.searches, Inline.closes).
enum {
  PASS3,
  PASS2,
  PASS1,
  DOLLARS,
  MONO2,
  MONO1,
  STRONG2,
  STRONG1,
  EMPHASIS2,
  EMPHASIS1,
  MARKED2,
  MARKED1,
  RAISED,
  LOWERED,
  MARK_COUNT,
  // other signs that are looked for
  QUOTE1 = MARK_COUNT,
  QUOTE2,
  BRACKET,
  BRACKET2,
  BRACKET_APART,
  ANGLES,
  INDEX2,
  INDEX3,
  EQUALS,
  COMMA,
};

// Where `sign` stands next, `ahead` bytes on or later; the paragraph's end when nowhere.
static inline uint32_t asciidoc_find(Inline *self, uint32_t slot, const char *sign,
                                     uint32_t ahead) {
  uint32_t from = self->at + ahead;
  return from < self->end ? inline_find(self, slot, slice_of(sign), from) : self->end;
}

// Whether what is open in `slot` closes here.
static inline bool asciidoc_closes(const Inline *self, uint32_t slot) {
  return self->closes[slot] && self->closes[slot] == self->at;
}

// Behind the address here: at a bracket, a blank or another sign that ends one.
uint32_t asciidoc_target_end(const Inline *self);

// Each takes the sign here, which has its name, or answers false: it is text.
bool asciidoc_colon(Inline *self); // `name:target[text]`
bool asciidoc_open_bracket(Inline *self);
bool asciidoc_close_bracket(Inline *self);
bool asciidoc_open_angles(Inline *self); // `<<target,text>>`
bool asciidoc_close_angles(Inline *self);
bool asciidoc_open_index(Inline *self); // `((term))`
bool asciidoc_close_index(Inline *self);

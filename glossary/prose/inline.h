// Inline: the markup inside one paragraph, for markups that are read by lines first and by pairs of
// signs second (reStructuredText, AsciiDoc).
//
// Whether a sign opens anything is known only when its counterpart is found. What a search found,
// or did not find, is kept and answers every later search for the same thing, so that a paragraph
// costs linear time however many signs without counterpart it holds.
#pragma once

#include "writer.h"

// Bits of an Inline's table of ASCII. Beyond it there are quotes, dashes and scripts without
// spaces, so all of it may stand on either side of a sign.
enum {
  BYTE_SPECIAL = 1, // the markup looks at it
  BYTE_BEFORE = 2,  // may stand before an opening sign
  BYTE_AFTER = 4,   // may stand after a closing sign
};

typedef struct {
  const char *sign;
  bool prose;    // what lies between is running text
  bool anywhere; // also inside a word
} InlineMark;

typedef struct {
  uint32_t from, found; // nothing from `from` on before `found`; the paragraph's end: nothing
} InlineSearch;

enum { INLINE_SEARCHES = 28 };

typedef struct {
  Writer *out;
  Slice text;
  const uint8_t *bytes; // 128 of them
  uint32_t at, end;     // what is left of the paragraph
  uint32_t start;       // of the paragraph
  uint32_t pending;     // where text begins that is not written yet
  InlineSearch searches[INLINE_SEARCHES];
  uint32_t closes[INLINE_SEARCHES]; // where the last sign of each kind closes; 0: not open
} Inline;

Inline inline_new(Writer *out, Slice text, Range paragraph, const uint8_t *bytes);

// Goes on to the next special byte; false at the end of the paragraph, when all is written.
bool inline_next(Inline *self);

// The byte `offset` places on; 0 outside the paragraph.
static inline char inline_byte(const Inline *self, int offset) {
  int64_t at = (int64_t)self->at + offset;
  return at >= self->start && at < self->end ? self->text.ptr[at] : 0;
}

static inline bool inline_sees(const Inline *self, Slice sign) {
  return slice_starts_with(slice_range(self->text, (Range){self->at, self->end}), sign);
}

// Whether the byte at `at`, inside the text, has one of these bits.
bool inline_has(const Inline *self, uint32_t at, uint8_t bits);

// Writes what is pending, and goes on at `to`; what lies between is left out.
void inline_skip(Inline *self, uint32_t to, PartLink link);

// Where `sign` stands next, at or after `from`; the paragraph's end when nowhere. All searches of
// one `slot` must be for the same sign, and go forward.
uint32_t inline_find(Inline *self, uint32_t slot, Slice sign, uint32_t from);

// Takes the sign here for `marks[slot]` when it opens or closes one: leaves out the sign, and all
// up to its counterpart when that is no running text.
bool inline_mark(Inline *self, uint32_t slot, const InlineMark *mark);

// Whether a sign of `len` bytes here may open something.
bool inline_opens(const Inline *self, uint32_t len);

// Where a closing `sign` stands next; the paragraph's end when nowhere.
uint32_t inline_find_close(Inline *self, uint32_t slot, const InlineMark *mark, uint32_t from);

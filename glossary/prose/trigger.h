// Triggers: a pass over running text that stops only at the few bytes which may begin, or stand
// inside, something that is no running text.
#pragma once

#include "cuts.h"

enum { TRIGGER_MAX = 6, MEMO_MAX = 8 };

typedef struct Pass Pass;
struct Pass {
  Slice text;
  Prose *prose;
  Range part;              // the running text around, but for what is cut already
  uint32_t memo[MEMO_MAX]; // for the finder: up to where it need not look again
};

// What is to be cut because of the byte at `at`. A cut of length 0: nothing. It may begin before
// `at`, but not before the part, and may end behind it.
typedef Cut (*Finder)(Pass *pass, uint32_t at);

// Cuts what `find` finds at the bytes of `triggers` (at most TRIGGER_MAX) out of the parts from
// `first` on.
void triggers_cut(Slice text, const char *triggers, Finder find, Prose *prose, size_t first);

// The byte at `at`; 0 outside the text.
static inline char pass_byte(const Pass *self, int64_t at) {
  return at >= 0 && at < (int64_t)self->text.len ? self->text.ptr[at] : 0;
}

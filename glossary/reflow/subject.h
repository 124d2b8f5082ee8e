// Subject: what a body is about, as its first words name it: `**Kernel fusion** is …`,
// `Kernel fusion (KF) is …`. Private to reflow/.
#pragma once

#include "../base/slice.h"

typedef struct {
  Slice names[2]; // the second is an abbreviation of the first, or what it abbreviates
  uint32_t count; // 0: the first words do not tell
} Subject;

Subject subject_of(Slice line);

// Whether `name` is one of its names, capitals aside, or the plural, an abbreviation or a part.
bool subject_has_name(const Subject *self, Slice name);

// Whether a name of it may begin with `text`: by its first letter.
bool subject_may_begin(const Subject *self, Slice text);

// Whether a sentence about it begins with `text`: with its name, capitalised, and then a word that
// is not.
bool subject_begins(const Subject *self, Slice text);

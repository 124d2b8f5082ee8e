// What the readers of both dialects share while they put an entry together. Private to entry*.c.
#pragma once

#include "base/array.h"
#include "entry.h"

typedef struct {
  Slice bytes; // of the entry
  Arena *arena;
  Entry entry;
  Array(Form) forms;
  size_t heading_forms; // how many of them the heading gives
  Array(Slice) tags;
} EntryBuild;

// Adds a form written at `range` of the entry's bytes, unless the heading already gives it to the
// letter.
void build_form(EntryBuild *self, FormRole role, Slice text, Range range);

// Sets name, headword, disambiguator and the forms that the heading itself gives. `shown` is the
// name as it is to be displayed, `range` where it is written.
void build_heading(EntryBuild *self, Slice shown, Range range);

Entry build_finish(EntryBuild *self);

Entry entry_read_markdown(Slice bytes, const FileFacts *facts, Arena *arena);
Entry entry_read_page(Slice bytes, Arena *arena);

// Page dialect: splits a headword line. `range` is the next comma-separated field, trimmed, and
// `at` moves behind it; commas in parentheses do not separate. False at the end of the line.
bool page_next_field(Slice line, uint32_t *at, Range *range);

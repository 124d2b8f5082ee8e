// Draft: one entry on its way from a page to the Markdown dialect. Private to the importer.
#pragma once

#include "../lint/order.h"
#include "notice.h"

typedef struct {
  Slice *items;
  uint32_t count;
} Names;

typedef struct {
  const Entry *entry; // of the page; borrowed
  uint32_t page;
  uint32_t number; // entries before it, on all pages
  Slice base;      // its name, never empty
  Slice name;      // the same, with a number where it is not the first sense: `Mast (2)`
  Slice category;
  Names aliases; // without those that the heading says already
  Names tags;
  Slice body;  // the page's own text
  Slice file;  // the name of the file it goes to
  Slice order; // what it is sorted by there
} Draft;

typedef Array(Draft) Drafts;

// The draft of an entry of a page; what is uncertain about it is told. Its name has no number yet.
Draft draft_new(const Entry *entry, uint32_t page, Notices *notices);

// Gives it its name, and the aliases that it needs with that.
void draft_call(Draft *self, Slice name, Arena *arena);

// Where its entry, and a part of its body, stand on the page.
Notice draft_notice(const Draft *self, NoticeKind kind);
Notice draft_notice_at(const Draft *self, NoticeKind kind, Range in_body);

// Whether an entry that was read from Markdown is the one that was meant.
bool draft_is(const Draft *self, const Entry *entry, Arena *arena);

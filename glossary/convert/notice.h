// Notice: something that a person should look at after a conversion.
#pragma once

#include "../base/arena.h"
#include "../base/array.h"

typedef enum {
  NOTICE_MISSING_HEADWORD, // text that no headword line stands above
  NOTICE_NAME,             // a name that could not stay as it was
  NOTICE_SPELLING,         // a name whose capitals nobody told
  NOTICE_TAGS,             // fields that were taken for tags because nothing says what they are
  NOTICE_REPEATED,         // a headword that stands again: the sense has a number
  NOTICE_SAME_TEXT,        // an entry that says word for word what another says
  NOTICE_HEADING_END,      // a heading whose end is not known
  NOTICE_CODE_LINES,       // code whose line ends are lost
  NOTICE_PLAIN,            // a body that could not be laid out without a loss
  NOTICE_NOT_EXACT,        // an entry that does not come back as it was
  NOTICE_KIND_COUNT,
} NoticeKind;

typedef struct {
  NoticeKind kind;
  uint32_t file; // which of the files that are converted
  Range range;   // where, in that file
  Slice term;    // the name of the entry
  Slice message; // a sentence without its full stop
} Notice;

typedef struct {
  Arena *arena; // what messages live in
  Array(Notice) items;
} Notices;

// How a kind is called in JSON: `repeated-headword`.
const char *notice_name(NoticeKind kind);

// What to do about all of a kind: behind their number, as a line of a summary.
const char *notice_advice(NoticeKind kind);

// Fills in the message of `notice` and appends it.
void notice_add(Notices *self, Notice notice, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

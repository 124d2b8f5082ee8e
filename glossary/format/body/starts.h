// Starts: what kind of block a line may begin. Each is asked at a line's first byte that is no
// blank.
#pragma once

#include "../../base/slice.h"

enum { CODE_INDENT = 4 }; // columns from which on a line is code

// `---`, `* * *`, `__`.
bool starts_break(Slice text);

// `===` or `---`, below a paragraph.
bool starts_underline(Slice text);

// How many `#` a heading begins with; 0 when it is none.
uint32_t starts_heading(Slice text);

typedef struct {
  uint32_t len; // of `-`, `12.`; 0: no mark
  char sign;    // its last byte
  bool empty;   // nothing else on the line
  bool first;   // no number but 1
} ListMark;

ListMark starts_item(Slice text);

// Whether the word is the mark of a numbered item, of any length: `12.`, `3)`.
bool is_number_mark(Slice word);

typedef struct {
  char mark; // 0: no fence
  uint32_t len;
} FenceMark;

FenceMark starts_fence(Slice text);
bool ends_fence(Slice text, FenceMark open);

// `|---|:-:|`: each cell of at least `shortest` signs, one pipe at least.
bool starts_table(Slice text, uint32_t shortest);

// The kinds of HTML as CommonMark counts them: 1 to 5 end with a sign, 6 and 7 at an empty line; 7
// never stands right below a paragraph.
enum { HTML_NONE = 0, HTML_BLOCK_TAG = 6, HTML_ANY_TAG = 7 };

int starts_html(Slice text);
bool ends_html(Slice line, int kind);

// HTML start: HTML that stands as a block of its own, told by its first line and by what ends it.
// What HTML says is none of its business: prose/html/ reads that.
#pragma once

#include "../../base/slice.h"

// The kinds of HTML as CommonMark counts them: 1 to 5 end with a sign, 6 and 7 at an empty line; 7
// never stands right below a paragraph.
enum { HTML_NONE = 0, HTML_BLOCK_TAG = 6, HTML_ANY_TAG = 7 };

int starts_html(Slice text);

// A tag that CommonMark takes for HTML_BLOCK_TAG, but md4c does not: `<h2`. `text` starts HTML.
bool starts_late_tag(Slice text);
bool ends_html(Slice line, int kind);

// The pieces of the reader of reStructuredText. Private to this folder.
#pragma once

#include "../lines.h"
#include "../writer.h"

// The running text of one paragraph.
void rst_read_inline(Writer *out, Slice text, Range paragraph);

// Reads the table whose first line is `first`, and takes its lines out of `lines`; false when no
// table begins there.
bool rst_read_table(Writer *out, Lines *lines, const Line *first);

// The length of a list item's bullet or number, with a blank or nothing behind it; 0: none.
uint32_t rst_item_len(Slice text);

// The length of the command line options that an option list describes; 0: none.
uint32_t rst_options_len(Slice text);

typedef enum {
  RST_NOTHING, // no running text
  RST_TEXT,
  RST_AFTER_WORD, // running text after one word: `.. versionadded:: 2.1 text`
} RstText;

typedef struct {
  RstText argument; // what stands on the directive's own line
  RstText body;
} RstDirective;

RstDirective rst_directive(Slice name);

// Whether the text of an interpreted piece is running text; a role with a title (`text <target>`)
// shows its title.
bool rst_role_is_text(Slice name);
bool rst_role_has_title(Slice name);

// Whether the value of a directive's option is shown to readers.
bool rst_option_is_text(Slice name);

// Whether what a field says is running text.
bool rst_field_is_text(Slice name);

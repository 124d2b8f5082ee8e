#include "readable.h"
#include "block.h"
#include "markdown.h"

#include <glossary/reflow/reflow.h>

// READ_MAX: many times what is shown at once. DEFINITION_MAX: more than this in one paragraph is no
// longer read at a glance; what follows the last sentence before begins the rest.
enum { READ_MAX = 16 * 1024, DEFINITION_MAX = 1200 };

// The first block that is no heading, when it is a paragraph.
static Slice definition_of(Slice body) {
  MarkdownBlock block;
  while (markdown_next(&body, &block)) {
    if (block.kind == MARKDOWN_PARAGRAPH) return block.text;
    if (!markdown_leads(block.kind)) break;
  }
  return (Slice){0};
}

// What a line has divided is divided by what is shown between.
static Slice behind_rules(Slice text) {
  MarkdownBlock block;
  for (Slice rest = text; markdown_next(&rest, &block) && block.kind == MARKDOWN_RULE;) text = rest;
  return slice_trim(text);
}

Readable readable_beginning(const Entry *entry, Arena *arena) {
  Readable self;
  Slice read = text_beginning(entry_body(entry), READ_MAX, &self.cut);
  Slice body = reflow(read, entry->dialect, arena).text, whole = definition_of(body);
  bool shortened;
  self.definition = text_beginning(whole, DEFINITION_MAX, &shortened);
  self.rest = self.definition.len
                  ? slice_from(body, (size_t)(self.definition.ptr - body.ptr) + self.definition.len)
                  : body;
  self.definition = slice_trim(self.definition);
  self.rest = behind_rules(self.rest);
  return self;
}

Slice readable_body(const Entry *entry, Arena *arena) {
  return reflow(entry_body(entry), entry->dialect, arena).text;
}

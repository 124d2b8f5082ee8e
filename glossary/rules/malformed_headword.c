#include "../base/utf.h"
#include "../entry_build.h"
#include "../line.h"
#include "all.h"

static void report_heading(RuleContext *context, const char *message) {
  report(context, &rule_malformed_headword, context->entry->heading, "%s", message);
}

static void check_parentheses(RuleContext *context, Slice name) {
  uint32_t open = 0;
  bool bare = false; // nothing but blanks since the last (
  for (size_t i = 0; i < name.len; i++) {
    char c = name.ptr[i];
    if (c == ')' && open == 0) {
      report_heading(context, "The headword closes a parenthesis that it never opened");
      return;
    }
    if (c == ')' && bare) report_heading(context, "The parenthesis of the headword is empty");
    if (c == '(') open++;
    if (c == ')') open--;
    bare = c == '(' || (bare && byte_is_blank(c));
  }
  if (open) report_heading(context, "The headword opens a parenthesis that it never closes");
}

// Marks that can be no term. Signs such as `>>>`, `&` or `+` can.
static bool is_punctuation(Char c) {
  if (c.code < 0x80)
    return byte_is_blank((char)c.code) || strchr(".,;:!?-_*#'\"()[]{}", (int)c.code);
  return (c.code >= 0x2010 && c.code <= 0x2027) || c.code == 0xAB || c.code == 0xBB ||
         c.code == 0xB7;
}

static bool is_only_punctuation(Slice name) {
  while (name.len) {
    Char c = utf_decode(name);
    if (!is_punctuation(c)) return false;
    name = slice_from(name, c.len);
  }
  return true;
}

static void check_page_fields(RuleContext *context) {
  const Entry *entry = context->entry;
  Slice line = slice_range(context->bytes, entry->heading);
  uint32_t at = 0, before = 0;
  Range field;
  while (page_next_field(line, &at, &field)) {
    uint32_t end = at - 1 < line.len ? at : (uint32_t)line.len;
    if (range_len(field) == 0)
      report(context, &rule_malformed_headword,
             range_shift((Range){before, end}, entry->heading.start),
             "An empty field: two commas in a row, or one at an end of the headword line");
    before = at - 1;
  }
}

static void check_entry(RuleContext *context) {
  const Entry *entry = context->entry;
  bool page = entry->dialect == DIALECT_PAGE;
  if (page && range_len(entry->heading)) check_page_fields(context);
  if (!entry->name.len) return;
  if (is_only_punctuation(entry->name))
    report_heading(context, "The headword is only punctuation");
  else
    check_parentheses(context, page ? slice_range(context->bytes, entry->heading) : entry->name);
  uint32_t length = utf_count(entry->name);
  if (length > HEADWORD_MAX)
    report(context, &rule_malformed_headword, entry->heading,
           "The headword is %u characters long; at most %d are a term, not a text", length,
           HEADWORD_MAX);
}

const Rule rule_malformed_headword = {
    .info = {.id = "malformed-headword",
             .severity = SEVERITY_ERROR,
             .summary = "A headword line that cannot be read as a term",
             .why = "The headword is what Gloss looks for in texts and shows in lists. With a "
                    "parenthesis that does not close, or a line of text in its place, it will "
                    "never be found.",
             .file = "GLOSSARY.md",
             .bad = "## Mast (ship\n"
                    "\n"
                    "A mast is a pole that carries sails.\n",
             .good = "## Mast (ship)\n"
                     "\n"
                     "A mast is a pole that carries sails.\n"},
    .check_entry = check_entry,
};

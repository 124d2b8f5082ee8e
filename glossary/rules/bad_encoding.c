// What is wrong with the bytes themselves. A file that is no text at all holds a great many of
// these, so an entry tells the first place of each kind and how many there are.
#include "../base/utf.h"
#include "all.h"

typedef struct {
  const char *what, *advice;
  bool (*is)(Char c);
} Kind;

static bool is_invalid(Char c) {
  return !c.valid;
}

static bool is_control(Char c) {
  if (!c.valid || c.code == '\t' || c.code == '\n' || c.code == '\r') return false;
  return c.code < 0x20 || (c.code >= 0x7F && c.code < 0xA0);
}

// Overrides only: embeddings and isolates are how right-to-left text is written.
static bool is_bidi_override(Char c) {
  return c.valid && (c.code == 0x202D || c.code == 0x202E);
}

static const Kind KINDS[] = {
    {"A byte that is not UTF-8", "save the file as UTF-8", is_invalid},
    {"A control character", "remove it", is_control},
    {"An invisible character that reverses the reading direction", "remove it", is_bidi_override},
};
enum { KIND_COUNT = sizeof KINDS / sizeof *KINDS };

typedef struct {
  Range first;
  uint32_t count;
} Seen;

static void look(uint32_t at, Char c, Seen *seen) {
  for (int kind = 0; kind < KIND_COUNT; kind++)
    if (KINDS[kind].is(c) && seen[kind].count++ == 0) seen[kind].first = (Range){at, at + c.len};
}

static void check(RuleContext *context) {
  Seen seen[KIND_COUNT] = {0};
  Slice bytes = context->region;
  for (uint32_t at = 0; at < bytes.len;) {
    unsigned char byte = (unsigned char)bytes.ptr[at];
    Char c = {byte, 1, true};
    if (byte >= 0x7F || byte < 0x20) look(at, c = utf_decode(slice_from(bytes, at)), seen);
    at += c.len;
  }
  for (int kind = 0; kind < KIND_COUNT; kind++) {
    if (!seen[kind].count) continue;
    uint32_t more = seen[kind].count - 1;
    if (more)
      report(context, &rule_bad_encoding, seen[kind].first, "%s, and %u more in this entry: %s",
             KINDS[kind].what, more, KINDS[kind].advice);
    else
      report(context, &rule_bad_encoding, seen[kind].first, "%s: %s", KINDS[kind].what,
             KINDS[kind].advice);
  }
}

const Rule rule_bad_encoding = {
    .info = {.id = "bad-encoding",
             .severity = SEVERITY_ERROR,
             .summary = "Bytes that are no readable text",
             .why = "Editors and browsers guess what such bytes mean, each in its own way, and a "
                    "text in which the reading direction is turned around does not say what it "
                    "shows. Save the file as UTF-8 and remove what cannot be seen.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "\n"
                    "A mast is a pole\x7F that carries sails.\n",
             .good = "## Mast\n"
                     "\n"
                     "A mast is a pole that carries sails.\n"},
    .check_entry = check,
    .check_preamble = check,
};

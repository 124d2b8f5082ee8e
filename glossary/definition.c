// Where the definition of an entry ends.
#include "line.h"
#include "prose/seek.h"
#include "store.h"

static bool starts_block(Slice line) {
  static const char *const STARTS[] = {"#", ">", "|", "$$", "```", "~~~", "<!--"};
  for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
    if (slice_starts_with(line, slice_of(STARTS[i]))) return true;
  return line_bullet(line).ptr != NULL;
}

static Slice next_trimmed(Slice *rest) {
  return slice_trim(line_next(rest));
}

static bool begins_comment(Slice line) {
  return slice_starts_with(line, SLICE("<!--"));
}

static Slice behind_comment(Slice body) {
  return slice_from(body, seek_behind(body, 0, (uint32_t)body.len, SLICE("-->")));
}

// The first paragraph; where the body begins with something else, that block.
static Slice first_paragraph(Slice body) {
  Slice rest = body, line = next_trimmed(&rest);
  while (begins_comment(line) || (rest.len && (line.len == 0 || line.ptr[0] == '#'))) {
    body = rest = begins_comment(line) ? behind_comment(body) : rest;
    line = next_trimmed(&rest);
  }
  size_t end = (size_t)(line.ptr - body.ptr) + line.len;
  while (rest.len) {
    line = next_trimmed(&rest);
    if (line.len == 0 || starts_block(line)) break;
    end = (size_t)(line.ptr - body.ptr) + line.len;
  }
  return slice_trim(slice_to(body, end));
}

// Whether a block that was flattened into the line begins at `at`, a blank.
static bool flattened_block_at(Slice body, size_t at) {
  static const char *const STARTS[] = {" - **", " \xE2\x80\xA2 ", " | ",  " ## ",
                                       " ### ", " --- ",          " ```", " $$"};
  Slice rest = slice_from(body, at);
  for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
    if (slice_starts_with(rest, slice_of(STARTS[i]))) return true;
  bool sentence_ends = at > 0 && memchr(".!?:*)", body.ptr[at - 1], 6);
  return sentence_ends &&
         (slice_starts_with(rest, SLICE(" **")) || slice_starts_with(rest, SLICE(" 1. ")));
}

// Bold headings that stand before the text: `**Frameworks** **Overview** It is …` defines behind
// the second. One alone is what the text is about.
static Slice behind_lead_headings(Slice body) {
  bool any = false;
  for (size_t i = 2; slice_starts_with(body, SLICE("**")) && i + 2 < body.len; i++) {
    if (memcmp(body.ptr + i, "**", 2) != 0) continue;
    Slice behind = slice_from(body, i + 2);
    bool sentence = any && behind.len > 1 && behind.ptr[0] == ' ' && byte_is_upper(behind.ptr[1]);
    if (!sentence && !slice_starts_with(behind, SLICE(" **"))) break;
    body = slice_from(behind, 1);
    any = true;
    i = 1;
  }
  return body;
}

static Slice lead_of_page(Slice body) {
  body = behind_lead_headings(body);
  for (size_t at = 0; at < body.len; at++)
    if (body.ptr[at] == ' ' && flattened_block_at(body, at)) return slice_to(body, at);
  return body;
}

Slice entry_definition(const Entry *entry) {
  Slice body = entry_body(entry);
  return entry->dialect == DIALECT_PAGE ? lead_of_page(body) : first_paragraph(body);
}

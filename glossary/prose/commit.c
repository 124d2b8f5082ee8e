// Commit messages: plain text between comment lines, without the trailers at its end.
#include "cuts.h"
#include "languages.h"
#include "remark.h"
#include "writer.h"

#include "../line.h"

// Below this line git shows the change; nothing there goes into the message.
#define SCISSORS "# ------------------------ >8"

typedef struct {
  Range last;    // the last paragraph so far
  bool trailers; // nothing else in it
  bool open;     // no empty line since
  uint32_t paragraphs;
} Message;

// `Signed-off-by`, `Change-Id`, and the few names without a hyphen.
static bool names_trailer(Slice key) {
  static const char *const NAMES[] = {"Cc",       "Fixes", "Closes", "Refs", "Link",
                                      "Resolves", "Bug",   "See",    "Issue"};
  for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
    if (slice_eq_ascii_case(key, slice_of(NAMES[i]))) return true;
  if (!key.len || !memchr(key.ptr, '-', key.len)) return false;
  for (size_t i = 0; i < key.len; i++)
    if (!byte_is_letter(key.ptr[i]) && key.ptr[i] != '-') return false;
  return true;
}

static bool is_trailer(Slice line) {
  if (byte_is_blank(line.ptr[0]) || slice_starts_with(line, SLICE("(cherry picked from")))
    return true;
  const char *colon = memchr(line.ptr, ':', line.len);
  return colon && names_trailer(slice_to(line, (size_t)(colon - line.ptr)));
}

static void see_line(Message *self, Slice line, uint32_t at) {
  if (line_is_blank(line)) {
    self->open = false;
    return;
  }
  if (!self->open) {
    self->last.start = at;
    self->trailers = !byte_is_blank(line.ptr[0]);
    self->paragraphs++;
  }
  self->open = true;
  self->trailers = self->trailers && is_trailer(line);
  self->last.end = at + (uint32_t)line.len;
}

static void cut_trailers(const Message *message, Prose *prose, size_t first) {
  if (message->paragraphs < 2 || !message->trailers) return;
  Cuts cuts = {0};
  *array_push(&cuts) = (Cut){message->last, PART_APART};
  cuts_apply(&cuts, prose, first);
  array_free(&cuts);
}

void prose_read_commit(Slice text, Prose *prose) {
  Writer out = writer_new(prose);
  Message message = {0};
  uint32_t start = 0, end = (uint32_t)text.len;
  Slice rest = text;
  while (rest.len) {
    uint32_t at = (uint32_t)(text.len - rest.len);
    Slice line = line_next(&rest);
    if (!slice_starts_with(line, SLICE("#"))) {
      see_line(&message, line, at);
      continue;
    }
    write_text(&out, start, at);
    write_break(&out, PART_APART);
    start = (uint32_t)(text.len - rest.len);
    if (slice_starts_with(line, SLICE(SCISSORS))) {
      start = end;
      break;
    }
    Range comment = range_of(text, line);
    remark_add(prose, text, comment, (Range){comment.start + 1, comment.end});
  }
  write_text(&out, start, end);
  cut_trailers(&message, prose, out.first);
}

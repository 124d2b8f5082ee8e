// The comments above a heading, and what comments to Gloss ask for.
#include "pieces.h"

#include "../../line.h"
#include "../../prose/seek.h"

static Slice last_line(Slice text) {
  size_t end = text.len;
  if (end && text.ptr[end - 1] == '\n') end--;
  if (end && text.ptr[end - 1] == '\r') end--;
  size_t start = end;
  while (start && !byte_is_line_end(text.ptr[start - 1])) start--;
  return slice_range(text, (Range){(uint32_t)start, (uint32_t)end});
}

// One comment and nothing else.
static bool is_comment(Slice line) {
  line = slice_to(line, (size_t)(slice_trim(line).ptr - line.ptr) + slice_trim(line).len);
  return slice_starts_with(line, SLICE("<!--")) &&
         seek_behind(line, 4, (uint32_t)line.len, SLICE("-->")) == line.len &&
         slice_ends_with(line, SLICE("-->"));
}

// `<a id="keel"></a>`, to which links lead.
static bool is_anchor(Slice line) {
  return slice_starts_with(line, SLICE("<a ")) && slice_ends_with(slice_trim(line), SLICE("></a>"));
}

static bool is_for_gloss(Slice line) {
  return is_comment(line) && seek(line, 0, (uint32_t)line.len, SLICE("gloss-")) < line.len;
}

// What comes of the lines above a heading, from the last one upwards.
typedef struct {
  uint32_t start;   // of what belongs to the heading for certain
  uint32_t at;      // the lines from here on were looked at
  bool is_attached; // no blank line between the last one and those that belong to the heading
} Climb;

// A comment that is about the next line is about the heading, be there blank lines or other
// comments to Gloss between them or not; any other only where it stands right above the heading and
// below a blank line.
static bool climb(Climb *self, Slice piece) {
  Slice line = last_line(slice_to(piece, self->at));
  bool is_blank = line_is_blank(line);
  bool is_directive = is_comment(line) && has_next_line_remark(line);
  if (is_blank && self->is_attached) self->start = self->at;
  if (is_blank) self->is_attached = false;
  bool may_belong = is_directive || (self->is_attached && (is_comment(line) || is_anchor(line)));
  if (!is_blank && !may_belong && !is_for_gloss(line)) return false;
  self->at = (uint32_t)(line.ptr - piece.ptr);
  if (is_directive) self->start = self->at;
  if (is_directive) self->is_attached = true;
  return true;
}

bool leaves_comment_open(Slice text) {
  uint32_t at = 0, end = (uint32_t)text.len;
  while ((at = seek(text, at, end, SLICE("<!--"))) < end) {
    at = seek(text, at + 4, end, SLICE("-->"));
    if (at == end) return true;
  }
  return false;
}

uint32_t tail_start(Slice piece) {
  uint32_t len = (uint32_t)piece.len;
  Climb self = {len, len, true};
  while (self.at && climb(&self, piece)) continue;
  if (!self.at && self.is_attached) self.start = 0;
  return self.start < len && leaves_comment_open(slice_to(piece, self.start)) ? len : self.start;
}

// --- comments to Gloss ---

static const char LASTING[][16] = {"gloss-disable", "gloss-enable"};
static const char *const PASSING[] = {"-next-line", "-file"};

// Behind the next `word` of `text` that is one for the lines that follow; the end when there is
// none.
static bool has_lasting_word(Slice text, Slice word) {
  uint32_t at = 0, end = (uint32_t)text.len;
  while ((at = seek_behind(text, at, end, word)) < end) {
    Slice rest = slice_from(text, at);
    bool passes = slice_starts_with(rest, slice_of(PASSING[0])) ||
                  slice_starts_with(rest, slice_of(PASSING[1]));
    if (!passes) return true;
  }
  return slice_ends_with(text, word);
}

bool has_lasting_remark(Slice text) {
  return has_lasting_word(text, slice_of(LASTING[0])) ||
         has_lasting_word(text, slice_of(LASTING[1]));
}

bool has_next_line_remark(Slice text) {
  Slice sign = SLICE("gloss-disable-next-line");
  return seek_behind(text, 0, (uint32_t)text.len, sign) < text.len;
}

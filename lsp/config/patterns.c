#include "patterns.h"

#include <glossary/base/glob.h>

// ---- what may be wrong

static Slice next_part(Slice *path) {
  const char *slash = path->len ? memchr(path->ptr, '/', path->len) : NULL;
  Slice part = slice_to(*path, slash ? (size_t)(slash - path->ptr) : path->len);
  *path = slice_from(*path, part.len + 1);
  return part;
}

// The length of the set that begins at part.ptr[0]; 0: it is not closed.
static size_t set_len(Slice part) {
  size_t at = 1;
  if (at < part.len && byte_is_one_of(part.ptr[at], "!^")) at++;
  for (size_t first = at; at < part.len; at++) {
    if (part.ptr[at] == ']' && at > first) return at + 1;
    if (part.ptr[at] == '\\') at++;
  }
  return 0;
}

static const char *part_problem(Slice part) {
  for (size_t at = 0; at < part.len; at++) {
    size_t len = part.ptr[at] == '[' ? set_len(slice_from(part, at)) : 1;
    if (!len)
      return "\xE2\x80\x9C[\xE2\x80\x9D begins a set of characters that \xE2\x80\x9C]\xE2\x80\x9D "
             "never closes";
    if (part.ptr[at] == '{')
      return "\xE2\x80\x9C{a,b}\xE2\x80\x9D is not understood; write a pattern for each";
    if (part.ptr[at] == '\\' && at + 1 == part.len)
      return "nothing follows the \xE2\x80\x9C\\\xE2\x80\x9D at its end";
    at += part.ptr[at] == '\\' ? 1 : len - 1;
  }
  return NULL;
}

static Slice problem_of(Slice written, bool may_lead_out, Arena *arena) {
  Slice rest = pattern_read(written).glob;
  const char *problem = NULL;
  if (!rest.len) return SLICE("An empty path or pattern is none");
  if (memchr(written.ptr, '\0', written.len)) return SLICE("No path holds a NUL");
  while (rest.len && !problem) {
    Slice part = next_part(&rest);
    bool leads_out = !may_lead_out && slice_eq(part, SLICE(".."));
    problem = leads_out ? "\xE2\x80\x9C..\xE2\x80\x9D leads out of the folder of its gloss.json"
                        : part_problem(part);
  }
  if (!problem) return (Slice){0};
  return arena_format(arena, "\xE2\x80\x9C%.*s\xE2\x80\x9D is no pattern: %s", SLICE_FMT(written),
                      problem);
}

Slice pattern_problem(Slice written, Arena *arena) {
  return problem_of(written, false, arena);
}

Slice path_problem(Slice written, Arena *arena) {
  return problem_of(written, true, arena);
}

// ---- reading

Pattern pattern_read(Slice written) {
  Pattern self = {.negated = slice_starts_with(written, SLICE("!"))};
  self.glob = slice_from(written, self.negated);
  while (slice_starts_with(self.glob, SLICE("./"))) self.glob = slice_from(self.glob, 2);
  return self;
}

size_t pattern_plain_len(Slice written) {
  size_t len = 0;
  while (len < written.len && !byte_is_one_of(written.ptr[len], "*?[\\")) len++;
  return len;
}

// ---- asking

// The next longer of the folders around `path`, from 0 on; the length of the path itself at the
// end.
static size_t longer(Slice path, size_t len) {
  const char *slash = memchr(path.ptr + len + 1, '/', path.len - len - 1);
  return slash ? (size_t)(slash - path.ptr) : path.len;
}

bool pattern_fits(const Pattern *self, Slice path) {
  for (size_t len = 0; len < path.len;) {
    len = longer(path, len);
    if (glob_match(self->glob, slice_to(path, len), len < path.len)) return true;
  }
  return false;
}

static bool is_left_out(const Patterns *self, Slice path, bool is_folder) {
  for (size_t i = self->len; i-- > 0;)
    if (glob_match(self->items[i].glob, path, is_folder)) return !self->items[i].negated;
  return false;
}

bool patterns_ignore(const Patterns *self, Slice path, bool is_folder) {
  for (size_t len = 0; self->len && len < path.len;) {
    len = longer(path, len);
    if (is_left_out(self, slice_to(path, len), is_folder || len < path.len)) return true;
  }
  return false;
}

bool patterns_choose(const Patterns *self, Slice path) {
  for (size_t i = self->len; i-- > 0;)
    if (pattern_fits(&self->items[i], path)) return !self->items[i].negated;
  return false;
}

// Each part between slashes is matched by itself, so `*` never has to try over a slash, and `**`
// only ever chooses a number of whole parts. Both go back to the last star alone, which keeps the
// time to the product of the lengths.
#include "glob.h"

// Whether `c` is in the set that begins behind the `[` at pattern.ptr[0]; `len` is the set's whole
// length, 0 when it is not closed (then `[` is an ordinary character).
static bool in_set(Slice pattern, char c, size_t *len) {
  size_t i = 1;
  bool negated = i < pattern.len && (pattern.ptr[i] == '!' || pattern.ptr[i] == '^');
  if (negated) i++;
  bool found = false;
  for (size_t first = i; i < pattern.len && (pattern.ptr[i] != ']' || i == first); i++) {
    if (pattern.ptr[i] == '\\' && i + 1 < pattern.len) i++;
    unsigned char low = (unsigned char)pattern.ptr[i], high = low;
    if (i + 2 < pattern.len && pattern.ptr[i + 1] == '-' && pattern.ptr[i + 2] != ']') {
      high = (unsigned char)pattern.ptr[i + 2];
      i += 2;
    }
    if (low <= (unsigned char)c && (unsigned char)c <= high) found = true;
  }
  *len = i < pattern.len ? i + 1 : 0;
  return found != negated;
}

// Whether the pattern's first element matches `c`; `len` is that element's length. Never called on
// a star.
static bool matches_one(Slice pattern, char c, size_t *len) {
  *len = 1;
  if (pattern.ptr[0] == '?') return true;
  if (pattern.ptr[0] == '[') {
    bool found = in_set(pattern, c, len);
    if (*len) return found;
    *len = 1;
  }
  if (pattern.ptr[0] == '\\' && pattern.len > 1) {
    *len = 2;
    return pattern.ptr[1] == c;
  }
  return pattern.ptr[0] == c;
}

static bool match_part(Slice pattern, Slice part) {
  size_t p = 0, s = 0, star = SIZE_MAX, star_s = 0;
  while (s < part.len) {
    size_t len;
    if (p < pattern.len && pattern.ptr[p] == '*') {
      star = p++;
      star_s = s;
    } else if (p < pattern.len && matches_one(slice_from(pattern, p), part.ptr[s], &len)) {
      p += len;
      s++;
    } else if (star != SIZE_MAX) {
      p = star + 1;
      s = ++star_s;
    } else
      return false;
  }
  while (p < pattern.len && pattern.ptr[p] == '*') p++;
  return p == pattern.len;
}

// What is left of a pattern or path, part by part.
typedef struct {
  Slice rest;
  bool done; // behind the last part (an empty rest can still be an empty part)
} Parts;

static Slice part_of(Parts parts) {
  const char *slash = parts.rest.len ? memchr(parts.rest.ptr, '/', parts.rest.len) : NULL;
  return slash ? slice_to(parts.rest, (size_t)(slash - parts.rest.ptr)) : parts.rest;
}

static Parts behind_part(Parts parts) {
  size_t len = part_of(parts).len;
  return (Parts){slice_from(parts.rest, len + 1), len == parts.rest.len};
}

// `**`, or more stars, which git reads as the same.
static bool is_any_parts(Slice part) {
  size_t stars = 0;
  while (stars < part.len && part.ptr[stars] == '*') stars++;
  return stars == part.len && stars >= 2;
}

static bool match_parts(Parts pattern, Parts path) {
  Parts star_pattern = {.done = true}, star_path = {.done = true}; // where the last `**` may go on
  while (!pattern.done || !path.done) {
    if (!pattern.done && is_any_parts(part_of(pattern))) {
      star_pattern = pattern = behind_part(pattern);
      star_path = path;
      if (pattern.done) return !path.done;
    } else if (!pattern.done && !path.done && match_part(part_of(pattern), part_of(path))) {
      pattern = behind_part(pattern);
      path = behind_part(path);
    } else if (!star_path.done) {
      star_path = path = behind_part(star_path);
      pattern = star_pattern;
    } else
      return false;
  }
  return true;
}

static Slice last_part(Slice path) {
  size_t start = path.len;
  while (start && path.ptr[start - 1] != '/') start--;
  return slice_from(path, start);
}

bool glob_match(Slice pattern, Slice path, bool is_folder) {
  bool only_folders = pattern.len && pattern.ptr[pattern.len - 1] == '/';
  if (only_folders && !is_folder) return false;
  if (only_folders) pattern = slice_to(pattern, pattern.len - 1);
  bool anchored = pattern.len && memchr(pattern.ptr, '/', pattern.len);
  if (pattern.len && pattern.ptr[0] == '/') pattern = slice_from(pattern, 1);
  return match_parts((Parts){pattern, false}, (Parts){anchored ? path : last_part(path), false});
}

// Paths. A slash also stands between words (and/or, TCP/IP, km/h), so only what surely is a path is
// taken for one.
#include "../table.h"
#include "protect.h"

// --- which bytes a path holds ---

// Letters of Latin, Greek and Cyrillic too, which have two bytes; in scripts without spaces a path
// ends where they begin.
static bool is_path(char c) {
  uint8_t byte = (uint8_t)c;
  return byte_is_alnum(c) || (byte >= 0x80 && byte < 0xE0 && byte != 0xC2) ||
         byte_is_one_of(c, "/_-.~+*@$%#");
}

static Range path_around(const Pass *pass, uint32_t at) {
  Range path = {at, at};
  while (path.start > pass->part.start && is_path(pass->text.ptr[path.start - 1])) path.start--;
  while (path.end < pass->part.end && is_path(pass->text.ptr[path.end])) path.end++;
  while (path.start < at && ((uint8_t)pass->text.ptr[path.start] & 0xC0) == 0x80) path.start++;
  while (path.end > path.start && byte_is_one_of(pass->text.ptr[path.end - 1], ".~#")) path.end--;
  return path;
}

// --- what is surely one ---

static size_t count_slashes(Slice path) {
  size_t count = 0;
  for (size_t i = 0; i < path.len; i++) count += path.ptr[i] == '/';
  return count;
}

// The segment that ends at `end`.
static Slice segment_before(Slice path, size_t end) {
  size_t start = end;
  while (start > 0 && path.ptr[start - 1] != '/') start--;
  return slice_range(path, (Range){(uint32_t)start, (uint32_t)end});
}

static bool starts_path(Slice path) {
  static const char *const STARTS[] = {"./", "../", "~/", ".../"};
  for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
    if (slice_starts_with(path, slice_of(STARTS[i]))) return true;
  return path.len > 1 && path.ptr[0] == '$' && byte_is_letter(path.ptr[1]);
}

// `/usr/lib`, not behind something that `/` could stand between.
static bool is_absolute(const Pass *pass, Range range, Slice path) {
  if (path.ptr[0] != '/' || path.len < 4 || path.ptr[1] == '/') return false;
  char before = range.start ? pass->text.ptr[range.start - 1] : ' ';
  if (!byte_is_blank(before) && !byte_is_one_of(before, "([{\"'<=:,*_`")) return false;
  const char *second = memchr(path.ptr + 1, '/', path.len - 1);
  return second && second + 1 < path.ptr + path.len;
}

static size_t last_dot(Slice segment) {
  size_t dot = segment.len;
  while (dot > 0 && segment.ptr[dot - 1] != '.') dot--;
  return dot;
}

// `main.c`. The ending has no mix of cases, as `and/or.Then` would.
static bool is_file(Slice segment) {
  enum { LONGEST = 8 };
  size_t dot = last_dot(segment);
  Slice ending = slice_from(segment, dot);
  if (dot < 2 + (ending.len < 2) || !ending.len || ending.len > LONGEST) return false;
  bool upper = false, lower = false;
  for (size_t i = 0; i < ending.len; i++) {
    if (!byte_is_alnum(ending.ptr[i])) return false;
    upper |= byte_is_upper(ending.ptr[i]);
    lower |= byte_is_lower(ending.ptr[i]);
  }
  return upper != lower;
}

// `React/Node.js` and `C#/ASP.NET` are names beside each other.
static bool is_product(Slice segment) {
  Slice ending = slice_from(segment, last_dot(segment));
  return byte_is_upper(segment.ptr[0]) &&
         (slice_eq(ending, SLICE("js")) || slice_eq(ending, SLICE("NET")) ||
          slice_eq(ending, SLICE("io")) || slice_eq(ending, SLICE("ai")));
}

static bool ends_in_file(Slice path, size_t slashes) {
  Slice last = segment_before(path, path.len);
  return is_file(last) && !(slashes == 1 && is_product(last));
}

// `.github/workflows`, `x/.config/y`.
static bool has_hidden_folder(Slice path) {
  for (size_t i = 0; i + 2 < path.len; i++) {
    bool begins = i == 0 || path.ptr[i - 1] == '/';
    if (begins && path.ptr[i] == '.' && byte_is_lower(path.ptr[i + 1]) &&
        memchr(path.ptr + i, '/', path.len - i))
      return true;
  }
  return false;
}

// `docs/**`, `src/*.c`, `*/x`.
static bool has_glob(Slice path) {
  for (size_t i = 1; i < path.len; i++)
    if ((path.ptr[i - 1] == '/' && path.ptr[i] == '*') ||
        (path.ptr[i - 1] == '*' && path.ptr[i] == '/'))
      return true;
  return false;
}

static const char *const DOMAINS[] = {"ai", "app", "com", "dev", "edu", "gov", "io", "net", "org"};
const Table PATH_DOMAINS = TABLE(DOMAINS);

// `github.com/x`.
static bool starts_with_host(Slice path) {
  const char *slash = memchr(path.ptr, '/', path.len);
  Slice host = slice_to(path, (size_t)(slash - path.ptr));
  size_t dot = last_dot(host);
  if (dot < 2 || !byte_is_alnum(host.ptr[0]) || byte_is_upper(host.ptr[0])) return false;
  return table_row(PATH_DOMAINS, slice_from(host, dot));
}

// `C:/x`.
static bool follows_drive(const Pass *pass, Range range, Slice path) {
  if (range.start < pass->part.start + 2 || path.ptr[0] != '/' || path.len < 2) return false;
  return path.ptr[1] != '/' && pass->text.ptr[range.start - 1] == ':' &&
         byte_is_letter(pass->text.ptr[range.start - 2]) &&
         !byte_is_alnum(pass_byte(pass, (int64_t)range.start - 3));
}

static bool is_surely_path(const Pass *pass, Range range) {
  Slice path = slice_range(pass->text, range);
  size_t slashes = count_slashes(path);
  bool folder = slashes > 1 && byte_is_alnum(path.ptr[0]) && path.ptr[path.len - 1] == '/';
  return folder || starts_path(path) || is_absolute(pass, range, path) ||
         ends_in_file(path, slashes) || has_hidden_folder(path) || has_glob(path) ||
         starts_with_host(path);
}

// A path is judged once, at the first of its slashes.
Cut protect_path(Pass *pass, uint32_t slash) {
  if (slash < pass->memo[MEMO_PATH]) return NO_CUT;
  Range path = path_around(pass, slash);
  pass->memo[MEMO_PATH] = path.end;
  if (path.end <= slash) return NO_CUT;
  bool drive = follows_drive(pass, path, slice_range(pass->text, path));
  if (drive) path.start -= 2;
  return drive || is_surely_path(pass, path) ? (Cut){path, PART_APART} : NO_CUT;
}

// --- file names without a folder ---

static bool is_file_name(char c) {
  return byte_is_alnum(c) || c == '-' || c == '_';
}

static Range file_name_around(const Pass *pass, uint32_t dot) {
  Range name = {dot, dot};
  while (name.start > pass->part.start && is_file_name(pass->text.ptr[name.start - 1]))
    name.start--;
  while (name.end < pass->part.end &&
         (is_file_name(pass->text.ptr[name.end]) ||
          (pass->text.ptr[name.end] == '.' && byte_is_alnum(pass_byte(pass, name.end + 1)))))
    name.end++;
  return name;
}

// Words with a hyphen or an underscore between them, and an ending of letters: `dry-run.md`, but
// neither `GPT-3.5` nor `MDX-Node.js`. One word alone is bound by its dot (see words.h).
static bool is_compound_file(Slice name) {
  size_t dot = last_dot(name);
  bool compound = memchr(name.ptr, '-', dot) || memchr(name.ptr, '_', dot);
  return compound && is_file(name) && byte_is_letter(name.ptr[dot]) && !is_product(name);
}

// What a slash or an at sign goes on is judged there.
Cut protect_file(Pass *pass, uint32_t dot) {
  if (dot < pass->memo[MEMO_FILE] || !byte_is_alnum(pass_byte(pass, dot + 1))) return NO_CUT;
  Range name = file_name_around(pass, dot);
  pass->memo[MEMO_FILE] = name.end;
  char before = pass_byte(pass, (int64_t)name.start - 1), after = pass_byte(pass, name.end);
  if (name.start == dot || byte_is_one_of(before, "/@\\") || byte_is_one_of(after, "/@\\"))
    return NO_CUT;
  return is_compound_file(slice_range(pass->text, name)) ? (Cut){name, PART_APART} : NO_CUT;
}

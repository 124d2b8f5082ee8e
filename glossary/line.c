#include "line.h"
#include "base/utf.h"

enum { WINDOW = 256 };

// How many bytes stand before the first line end. No window is searched twice, so that a text
// without one of the two kinds costs no more than any other.
static size_t len_of_line(Slice text) {
  for (size_t at = 0; at < text.len; at += WINDOW) {
    Slice window = slice_to(slice_from(text, at), WINDOW);
    const char *lf = memchr(window.ptr, '\n', window.len);
    size_t before_lf = lf ? (size_t)(lf - window.ptr) : window.len;
    const char *cr = before_lf ? memchr(window.ptr, '\r', before_lf) : NULL;
    if (cr || lf) return at + (cr ? (size_t)(cr - window.ptr) : before_lf);
  }
  return text.len;
}

Slice line_next(Slice *rest) {
  size_t len = len_of_line(*rest);
  Slice line = slice_to(*rest, len);
  *rest = slice_from(*rest, len);
  *rest = slice_from(*rest, slice_starts_with(*rest, SLICE("\r\n")) ? 2 : 1);
  return line;
}

Slice line_end_of(Slice text) {
  Slice rest = text;
  Slice line = line_next(&rest);
  size_t len = text.len - rest.len - line.len;
  return len ? slice_new(line.ptr + line.len, len) : SLICE("\n");
}

static bool is_heading(Slice line, size_t level) {
  if (line.len < level) return false;
  for (size_t i = 0; i < level; i++)
    if (line.ptr[i] != '#') return false;
  return line.len == level || line.ptr[level] == ' ' || line.ptr[level] == '\t';
}

bool line_is_entry_heading(Slice line) {
  return is_heading(line, 2);
}

bool line_is_title(Slice line) {
  return is_heading(line, 1);
}

Slice line_heading_text(Slice line) {
  while (line.len && line.ptr[0] == '#') line = slice_from(line, 1);
  line = slice_trim(line);
  // `## Term ##` closes as in CommonMark; `## C#` does not: the closing marks stand after a blank.
  size_t end = line.len;
  while (end && line.ptr[end - 1] == '#') end--;
  if (end == 0 || byte_is_blank(line.ptr[end - 1])) line = slice_trim(slice_to(line, end));
  return line;
}

static uint32_t indent_of(Slice line) {
  uint32_t indent = 0;
  while (indent < line.len && indent < 4 && line.ptr[indent] == ' ') indent++;
  return indent;
}

Fence line_fence(Slice line) {
  const Fence none = {0};
  uint32_t indent = indent_of(line);
  if (indent > 3) return none;
  line = slice_from(line, indent);
  if (line.len < 3 || (line.ptr[0] != '`' && line.ptr[0] != '~')) return none;
  char mark = line.ptr[0];
  size_t len = 0;
  while (len < line.len && line.ptr[len] == mark) len++;
  if (len < 3) return none;
  Slice info = slice_trim(slice_from(line, len));
  if (mark == '`' && info.len && memchr(info.ptr, '`', info.len)) return none;
  return (Fence){mark, (uint32_t)len, info.len > 0};
}

bool fence_closes(Fence line, Fence open) {
  return line.mark == open.mark && line.len >= open.len && !line.has_info;
}

bool line_in_fence(Slice line, Fence *open) {
  Fence fence = line_fence(line);
  if (!open->mark)
    *open = fence;
  else if (fence_closes(fence, *open))
    open->mark = 0;
  return open->mark || fence.mark;
}

bool line_is_blank(Slice line) {
  return slice_trim(line).len == 0;
}

Slice line_bullet(Slice line) {
  if (line.len < 2 || !memchr("-*+", line.ptr[0], 3)) return (Slice){0};
  if (line.ptr[1] != ' ' && line.ptr[1] != '\t') return (Slice){0};
  return slice_trim(slice_from(line, 2));
}

static bool is_short(Slice line) {
  return line.len <= HEADWORD_MAX || utf_count(line) <= HEADWORD_MAX;
}

// `← Back to …`
static bool is_back_link(Slice line) {
  return slice_starts_with(line, SLICE("\xE2\x86\x90"));
}

// `3,983 technical terms and definitions`
static bool is_count_line(Slice line) {
  if (!line.len || !byte_is_digit(line.ptr[0])) return false;
  size_t i = 0;
  while (i < line.len && (byte_is_digit(line.ptr[i]) || line.ptr[i] == ',' || line.ptr[i] == '.'))
    i++;
  if (i == line.len || line.ptr[i] != ' ') return false;
  for (; i < line.len; i++)
    if (!byte_is_letter(line.ptr[i]) && line.ptr[i] != ' ') return false;
  return slice_ends_with(line, SLICE("terms and definitions"));
}

// `A B C … Z All`
static bool is_alphabet_line(Slice line) {
  size_t i = 0;
  while (i + 1 < line.len && byte_is_upper(line.ptr[i]) && line.ptr[i + 1] == ' ') i += 2;
  return i >= 6 && slice_eq(slice_from(line, i), SLICE("All"));
}

// `Showing page 2 of 9 …`
static bool is_paging_line(Slice line) {
  Slice start = SLICE("Showing page ");
  return line.len > start.len && slice_starts_with(line, start) &&
         byte_is_digit(line.ptr[start.len]);
}

bool line_is_furniture(Slice line, Slice above) {
  line = slice_trim(line);
  if (!line.len || !is_short(line)) return false;
  if (is_back_link(line) || is_count_line(line) || is_alphabet_line(line) || is_paging_line(line))
    return true;
  above = slice_trim(above);
  return is_back_link(above) && is_short(above) && !memchr(line.ptr, ',', line.len);
}

bool line_is_headword(Slice line) {
  line = slice_trim(line);
  if (line.len == 0 || !memchr(line.ptr, ',', line.len)) return false;
  if (memchr("#>-*+`~|_[$!<", line.ptr[0], 13) || memchr(".!?:*", line.ptr[line.len - 1], 5))
    return false;
  return is_short(line);
}

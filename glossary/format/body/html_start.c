#include "html_start.h"

#include "../../prose/seek.h"

static const char *const TAGS[] = {
    "address",  "article",  "aside",    "base",       "basefont", "blockquote", "body",   "caption",
    "center",   "col",      "colgroup", "dd",         "details",  "dialog",     "dir",    "div",
    "dl",       "dt",       "fieldset", "figcaption", "figure",   "footer",     "form",   "frame",
    "frameset", "h1",       "h2",       "h3",         "h4",       "h5",         "h6",     "head",
    "header",   "hr",       "html",     "iframe",     "legend",   "li",         "link",   "main",
    "menu",     "menuitem", "nav",      "noframes",   "ol",       "optgroup",   "option", "p",
    "param",    "search",   "section",  "source",     "summary",  "table",      "tbody",  "td",
    "tfoot",    "th",       "thead",    "title",      "tr",       "track",      "ul",
};

static const char *const RAW_TAGS[] = {"script", "pre", "style"};

static bool has_ascii_prefix(Slice text, Slice prefix) {
  return text.len >= prefix.len && slice_eq_ascii_case(slice_to(text, prefix.len), prefix);
}

// Its end is no part of the name, as CommonMark has it, but md4c asks for none.
static bool is_raw_tag(Slice name) {
  for (size_t i = 0; i < sizeof RAW_TAGS / sizeof *RAW_TAGS; i++)
    if (has_ascii_prefix(name, slice_of(RAW_TAGS[i]))) return true;
  return false;
}

static bool is_block_tag(Slice name) {
  if (name.len && name.ptr[0] == '/') name = slice_from(name, 1);
  size_t len = 0;
  while (len < name.len && byte_is_alnum(name.ptr[len])) len++;
  Slice behind = slice_from(name, len);
  if (behind.len && !byte_is_one_of(behind.ptr[0], " \t>") &&
      !slice_starts_with(behind, SLICE("/>")))
    return false;
  for (size_t i = 0; i < sizeof TAGS / sizeof *TAGS; i++)
    if (slice_eq_ascii_case(slice_to(name, len), slice_of(TAGS[i]))) return true;
  return false;
}

static uint32_t name_end(Slice text, uint32_t at, const char *more) {
  while (at < text.len && (byte_is_alnum(text.ptr[at]) || byte_is_one_of(text.ptr[at], more))) at++;
  return at;
}

// Behind the value of an attribute, its quotes too; `at` when there is none.
static uint32_t value_end(Slice text, uint32_t at) {
  uint32_t len = (uint32_t)text.len, end = at;
  if (at == len) return at;
  if (text.ptr[at] == '"' || text.ptr[at] == '\'') {
    const char *quote = memchr(text.ptr + at + 1, text.ptr[at], len - at - 1);
    return quote ? (uint32_t)(quote - text.ptr) + 1 : at;
  }
  while (end < len && !byte_is_one_of(text.ptr[end], " \t\"'=<>`")) end++;
  return end;
}

// Behind ` name="value"`; `at` when there is none.
static uint32_t attribute_end(Slice text, uint32_t at) {
  uint32_t len = (uint32_t)text.len, name = spaces_end(text, at, len);
  if (name == at || name == len) return at;
  if (!byte_is_letter(text.ptr[name]) && !byte_is_one_of(text.ptr[name], "_:")) return at;
  uint32_t end = name_end(text, name, "_.:-");
  uint32_t sign = spaces_end(text, end, len);
  if (sign == len || text.ptr[sign] != '=') return end;
  uint32_t value = spaces_end(text, sign + 1, len), behind = value_end(text, value);
  return behind > value ? behind : at;
}

// Whether the line is one whole tag.
static bool is_lone_tag(Slice text) {
  uint32_t len = (uint32_t)text.len;
  bool closing = len > 1 && text.ptr[1] == '/';
  uint32_t at = closing ? 2 : 1, next;
  if (at >= len || !byte_is_letter(text.ptr[at])) return false;
  at = name_end(text, at, "-");
  while (!closing && (next = attribute_end(text, at)) > at) at = next;
  at = spaces_end(text, at, len);
  if (!closing && at < len && text.ptr[at] == '/') at++;
  return at < len && text.ptr[at] == '>' && spaces_end(text, at + 1, len) == len;
}

int starts_html(Slice text) {
  if (text.len < 2 || text.ptr[0] != '<') return HTML_NONE;
  Slice name = slice_from(text, 1);
  if (is_raw_tag(name)) return 1;
  if (slice_starts_with(name, SLICE("!--"))) return 2;
  if (name.ptr[0] == '?') return 3;
  if (name.len > 1 && name.ptr[0] == '!' && byte_is_upper(name.ptr[1])) return 4;
  if (slice_starts_with(name, SLICE("![CDATA["))) return 5;
  if (is_block_tag(name)) return HTML_BLOCK_TAG;
  return is_lone_tag(text) ? HTML_ANY_TAG : HTML_NONE;
}

bool starts_late_tag(Slice text) {
  Slice name = slice_from(text, slice_starts_with(text, SLICE("</")) ? 2 : 1);
  bool heading =
      name.len > 1 && byte_is_one_of(name.ptr[0], "hH") && name.ptr[1] >= '2' && name.ptr[1] <= '6';
  return heading || has_ascii_prefix(name, SLICE("search"));
}

static bool holds(Slice line, Slice sign) {
  return seek(line, 0, (uint32_t)line.len, sign) < line.len;
}

static bool holds_raw_end(Slice line) {
  for (const char *at = line.ptr, *end = at + line.len;
       at < end && (at = memchr(at, '<', (size_t)(end - at))); at++) {
    Slice tag = slice_new(at, (size_t)(end - at));
    if (has_ascii_prefix(tag, SLICE("</script>")) || has_ascii_prefix(tag, SLICE("</style>")) ||
        has_ascii_prefix(tag, SLICE("</pre>")))
      return true;
  }
  return false;
}

bool ends_html(Slice line, int kind) {
  static const char *const SIGNS[] = {[2] = "-->", [3] = "?>", [4] = ">", [5] = "]]>"};
  if (kind == 1) return holds_raw_end(line);
  return kind < HTML_BLOCK_TAG ? holds(line, slice_of(SIGNS[kind])) : line.len == 0;
}

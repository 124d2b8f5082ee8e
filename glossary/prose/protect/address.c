// Addresses of the web and of mail, and what looks like one.
#include "protect.h"

#include "base/utf.h"

// --- where an address ends ---

static bool ends_address(char c) {
  return (uint8_t)c <= ' ' || byte_is_one_of(c, "<>\"`|\\^\x7F");
}

// Punctuation of East Asia, quotes and dashes stand behind an address, not in it.
static bool is_foreign_punctuation(uint32_t code) {
  return (code >= 0x2000 && code < 0x2070) || (code >= 0x3000 && code < 0x3040) ||
         (code >= 0xFF00 && code < 0xFF66) || code == 0xA0 || code == 0xAB || code == 0xBB;
}

// A reference to a character ends an address, but `&amp;` and `&name=` belong to its query.
static bool is_reference(Slice rest) {
  if (slice_starts_with(rest, SLICE("&amp;"))) return false;
  size_t at = 1;
  while (at < rest.len && at < 8 && (byte_is_alnum(rest.ptr[at]) || rest.ptr[at] == '#')) at++;
  return at > 2 && at < rest.len && rest.ptr[at] == ';';
}

typedef struct {
  int32_t round, square, curly; // how many brackets are open
} Open;

static bool is_unopened(Open *open, char c) {
  switch (c) {
  case '(':
    open->round++;
    return false;
  case '[':
    open->square++;
    return false;
  case '{':
    open->curly++;
    return false;
  case ')':
    return open->round-- == 0;
  case ']':
    return open->square-- == 0;
  case '}':
    return open->curly-- == 0;
  default:
    return false;
  }
}

static bool stops_at(Slice rest, Open *open) {
  char c = rest.ptr[0];
  if ((uint8_t)c >= 0x80) return is_foreign_punctuation(utf_decode(rest).code);
  return ends_address(c) || is_unopened(open, c) || (c == '&' && is_reference(rest));
}

// From `at` on, without the punctuation of the sentence around.
static uint32_t address_end(const Pass *pass, uint32_t at) {
  Open open = {0};
  uint32_t end = at;
  while (end < pass->text.len && !stops_at(slice_from(pass->text, end), &open)) end++;
  while (end > at && byte_is_one_of(pass->text.ptr[end - 1], ".,:;!?'*_~([{")) end--;
  return end;
}

static Cut address(const Pass *pass, uint32_t start, uint32_t inside) {
  uint32_t end = address_end(pass, inside);
  return end > inside ? (Cut){{start, end}, PART_APART} : NO_CUT;
}

// --- schemes ---

// Where the run of bytes that ends at `end` begins: at most `longest` of those `holds` takes.
static uint32_t run_start(const Pass *pass, uint32_t end, uint32_t longest, bool (*holds)(char)) {
  uint32_t start = end;
  while (start > pass->part.start && end - start < longest && holds(pass->text.ptr[start - 1]))
    start--;
  return start;
}

static bool is_scheme(char c) {
  return byte_is_alnum(c) || c == '+' || c == '-' || c == '.';
}

static bool names_target(Slice scheme) {
  static const char *const SCHEMES[] = {"mailto", "tel", "urn", "doi"};
  for (size_t i = 0; i < sizeof SCHEMES / sizeof *SCHEMES; i++)
    if (slice_eq_ascii_case(scheme, slice_of(SCHEMES[i]))) return true;
  return false;
}

Cut protect_scheme(Pass *pass, uint32_t colon) {
  enum { LONGEST = 32 };
  uint32_t start = run_start(pass, colon, LONGEST, is_scheme);
  while (start < colon && !byte_is_letter(pass->text.ptr[start])) start++;
  Slice scheme = slice_range(pass->text, (Range){start, colon});
  Slice after = slice_from(pass->text, colon + 1);
  if (scheme.len > 1 && slice_starts_with(after, SLICE("//")))
    return address(pass, start, colon + 3);
  if (scheme.len == 1 && slice_starts_with(after, SLICE("\\"))) { // C:\Users\x
    uint32_t end = colon + 1;
    while (end < pass->part.end && !byte_is_blank(pass->text.ptr[end]) &&
           !byte_is_one_of(pass->text.ptr[end], "<>\"|`"))
      end++;
    return (Cut){{start, end}, PART_APART};
  }
  return names_target(scheme) ? address(pass, start, colon + 1) : NO_CUT;
}

Cut protect_www(Pass *pass, uint32_t dot) {
  if (dot < pass->part.start + 3 || !byte_is_alnum(pass_byte(pass, dot + 1))) return NO_CUT;
  Slice www = slice_range(pass->text, (Range){dot - 3, dot});
  if (!slice_eq_ascii_case(www, SLICE("www"))) return NO_CUT;
  bool inside = dot > 3 && byte_is_alnum(pass->text.ptr[dot - 4]);
  return inside ? NO_CUT : address(pass, dot - 3, dot + 1);
}

// --- mail ---

static bool is_local(char c) {
  return byte_is_alnum(c) || byte_is_one_of(c, "._%+-");
}

// `x.org`: labels with a dot between them. 0: it is none.
static uint32_t domain_end(const Pass *pass, uint32_t at) {
  uint32_t end = at, dot = 0;
  for (; end < pass->text.len; end++) {
    char c = pass->text.ptr[end];
    if (c == '.' && byte_is_alnum(pass_byte(pass, end + 1)))
      dot = end;
    else if (!byte_is_alnum(c) && c != '-')
      break;
  }
  return dot > at && byte_is_letter(pass->text.ptr[dot + 1]) ? end : 0;
}

// `@scope/package`.
static Cut scoped_package(const Pass *pass, uint32_t sign) {
  uint32_t at = sign + 1;
  while (byte_is_alnum(pass_byte(pass, at)) || pass_byte(pass, at) == '-') at++;
  if (at == sign + 1 || pass_byte(pass, at) != '/') return NO_CUT;
  return byte_is_alnum(pass_byte(pass, at + 1)) ? address(pass, sign, at + 1) : NO_CUT;
}

Cut protect_mail(Pass *pass, uint32_t sign) {
  enum { LONGEST = 64 };
  uint32_t start = run_start(pass, sign, LONGEST, is_local);
  if (start == sign) return scoped_package(pass, sign);
  uint32_t end = domain_end(pass, sign + 1);
  if (!end) return NO_CUT;
  bool remote = pass_byte(pass, end) == ':' && byte_is_alnum(pass_byte(pass, end + 1));
  return remote ? address(pass, start, end + 1) : (Cut){{start, end}, PART_APART};
}

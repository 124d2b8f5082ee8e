// What directives, roles and fields hold, of docutils and Sphinx and of extensions that are widely
// used.
#include "rst.h"

#include <stdlib.h>

// --- directives ---

typedef struct {
  const char *name;
  RstDirective holds;
} NamedDirective;

// Sorted by name.
static const NamedDirective DIRECTIVES[] = {
    {"admonition", {RST_TEXT, RST_TEXT}},
    {"attention", {RST_TEXT, RST_TEXT}},
    {"bibliography", {RST_NOTHING, RST_NOTHING}},
    {"card", {RST_TEXT, RST_TEXT}},
    {"caution", {RST_TEXT, RST_TEXT}},
    {"centered", {RST_TEXT, RST_TEXT}},
    {"codeauthor", {RST_NOTHING, RST_NOTHING}},
    {"csv-table", {RST_TEXT, RST_TEXT}},
    {"danger", {RST_TEXT, RST_TEXT}},
    {"date", {RST_NOTHING, RST_NOTHING}},
    {"deprecated", {RST_AFTER_WORD, RST_TEXT}},
    {"dropdown", {RST_TEXT, RST_TEXT}},
    {"epigraph", {RST_TEXT, RST_TEXT}},
    {"error", {RST_TEXT, RST_TEXT}},
    {"footer", {RST_TEXT, RST_TEXT}},
    {"grid-item-card", {RST_TEXT, RST_TEXT}},
    {"group-tab", {RST_TEXT, RST_TEXT}},
    {"header", {RST_TEXT, RST_TEXT}},
    {"highlights", {RST_TEXT, RST_TEXT}},
    {"hint", {RST_TEXT, RST_TEXT}},
    {"important", {RST_TEXT, RST_TEXT}},
    {"index", {RST_NOTHING, RST_NOTHING}},
    {"line-block", {RST_TEXT, RST_TEXT}},
    {"list-table", {RST_TEXT, RST_TEXT}},
    {"meta", {RST_NOTHING, RST_NOTHING}},
    {"note", {RST_TEXT, RST_TEXT}},
    {"pull-quote", {RST_TEXT, RST_TEXT}},
    {"raw", {RST_NOTHING, RST_NOTHING}},
    {"replace", {RST_TEXT, RST_TEXT}},
    {"role", {RST_NOTHING, RST_NOTHING}},
    {"rubric", {RST_TEXT, RST_TEXT}},
    {"sectionauthor", {RST_NOTHING, RST_NOTHING}},
    {"seealso", {RST_TEXT, RST_TEXT}},
    {"sidebar", {RST_TEXT, RST_TEXT}},
    {"tab", {RST_TEXT, RST_TEXT}},
    {"tab-item", {RST_TEXT, RST_TEXT}},
    {"table", {RST_TEXT, RST_TEXT}},
    {"tip", {RST_TEXT, RST_TEXT}},
    {"title", {RST_TEXT, RST_NOTHING}},
    {"todo", {RST_TEXT, RST_TEXT}},
    {"topic", {RST_TEXT, RST_TEXT}},
    {"unicode", {RST_NOTHING, RST_NOTHING}},
    {"versionadded", {RST_AFTER_WORD, RST_TEXT}},
    {"versionchanged", {RST_AFTER_WORD, RST_TEXT}},
    {"versionremoved", {RST_AFTER_WORD, RST_TEXT}},
    {"warning", {RST_TEXT, RST_TEXT}},
};

// Directives with one of these in their names hold code, or what is read from elsewhere. There are
// more of them than anybody could list.
static const char *const CODE_NAMES[] = {
    "code",    "literal",  "math",    "include", "toctree",   "graph",    "diagram", "uml",
    "mermaid", "chart",    "ipython", "jupyter", "doctest",   "test",     "console", "prompt",
    "output",  "exec",     "shell",   "command", "highlight", "contents", "grammar", "production",
    "script",  "currentm", "default", "summary", "terminal",  "session",  "html",    "swagger",
};

// A directive that describes something (`py:function`) has its signature as argument.
static const RstDirective DESCRIPTION = {RST_NOTHING, RST_TEXT};
static const RstDirective CODE = {RST_NOTHING, RST_NOTHING};

static int compare_names(const void *name, const void *directive) {
  return slice_cmp(*(const Slice *)name, slice_of(((const NamedDirective *)directive)->name));
}

static bool contains(Slice name, Slice part) {
  for (size_t at = 0; at + part.len <= name.len; at++)
    if (slice_starts_with(slice_from(name, at), part)) return true;
  return false;
}

// No such name is longer; a longer one need not be looked at.
enum { NAME_MAX_LEN = 64 };

RstDirective rst_directive(Slice name) {
  const NamedDirective *known = bsearch(&name, DIRECTIVES, sizeof DIRECTIVES / sizeof *DIRECTIVES,
                                        sizeof *DIRECTIVES, compare_names);
  if (known) return known->holds;
  if (name.len > NAME_MAX_LEN) return CODE;
  bool describes = memchr(name.ptr, ':', name.len);
  for (size_t i = 0; !describes && i < sizeof CODE_NAMES / sizeof *CODE_NAMES; i++)
    if (contains(name, slice_of(CODE_NAMES[i]))) return CODE;
  return DESCRIPTION;
}

// --- roles and fields ---

static bool is_listed(Slice name, const char *const *names) {
  for (; *names; names++)
    if (slice_eq(name, slice_of(*names))) return true;
  return false;
}

bool rst_role_is_text(Slice name) {
  static const char *const ROLES[] = {
      "term",  "emphasis",        "strong", "sub", "sup",   "subscript", "superscript", "abbr",
      "title", "title-reference", "t",      "dfn", "index", "emph",      "bold",        "underline",
      NULL};
  return is_listed(name, ROLES);
}

bool rst_role_has_title(Slice name) {
  static const char *const ROLES[] = {"math",    "code", "file",          "samp",     "command",
                                      "kbd",     "raw",  "menuselection", "guilabel", "program",
                                      "literal", "eq",   "token",         "download", NULL};
  return !is_listed(name, ROLES);
}

bool rst_field_is_text(Slice name) {
  static const char *const FIELDS[] = {"type",    "rtype", "vartype",  "date",    "revision",
                                       "version", "Date",  "Revision", "Version", NULL};
  Slice first = name;
  for (size_t i = 0; i < name.len && first.len == name.len; i++)
    if (name.ptr[i] == ' ') first = slice_to(name, i);
  return !is_listed(first, FIELDS);
}

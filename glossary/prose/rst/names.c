// What directives, roles and fields hold, of docutils and Sphinx and of extensions that are widely
// used.
#include "rst.h"

#include "../table.h"

// --- directives ---

typedef struct {
  const char *name;
  RstDirective holds;
} NamedDirective;

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
const Table RST_DIRECTIVES = TABLE(DIRECTIVES);

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

static bool contains(Slice name, Slice part) {
  for (size_t at = 0; at + part.len <= name.len; at++)
    if (slice_starts_with(slice_from(name, at), part)) return true;
  return false;
}

// No such name is longer; a longer one need not be looked at.
enum { NAME_MAX_LEN = 64 };

RstDirective rst_directive(Slice name) {
  const NamedDirective *known = table_row(RST_DIRECTIVES, name);
  if (known) return known->holds;
  if (name.len > NAME_MAX_LEN) return CODE;
  bool describes = memchr(name.ptr, ':', name.len);
  for (size_t i = 0; !describes && i < sizeof CODE_NAMES / sizeof *CODE_NAMES; i++)
    if (contains(name, slice_of(CODE_NAMES[i]))) return CODE;
  return DESCRIPTION;
}

// --- roles and fields ---

static const char *const TEXT_ROLES[] = {
    "abbr",        "bold",   "dfn",  "emph",      "emphasis",
    "index",       "strong", "sub",  "subscript", "sup",
    "superscript", "t",      "term", "title",     "title-reference",
    "underline"};
const Table RST_TEXT_ROLES = TABLE(TEXT_ROLES);

// Roles whose text is code, or the wording of somebody else, with or without a target.
static const char *const CODE_ROLES[] = {"code",     "command", "download", "eq",   "file",
                                         "guilabel", "kbd",     "literal",  "math", "menuselection",
                                         "program",  "raw",     "samp",     "token"};
const Table RST_CODE_ROLES = TABLE(CODE_ROLES);

// By the first word of the field.
static const char *const FIELDS_WITHOUT_TEXT[] = {
    "Date", "Revision", "Version", "date", "revision", "rtype", "type", "vartype", "version"};
const Table RST_FIELDS_WITHOUT_TEXT = TABLE(FIELDS_WITHOUT_TEXT);

bool rst_role_is_text(Slice name) {
  return table_row(RST_TEXT_ROLES, name);
}

bool rst_role_has_title(Slice name) {
  return !table_row(RST_CODE_ROLES, name);
}

bool rst_option_is_text(Slice name) {
  return slice_eq(name, SLICE("alt")) || slice_eq(name, SLICE("caption"));
}

bool rst_field_is_text(Slice name) {
  const char *blank = name.len ? memchr(name.ptr, ' ', name.len) : NULL;
  Slice first = blank ? slice_to(name, (size_t)(blank - name.ptr)) : name;
  return !table_row(RST_FIELDS_WITHOUT_TEXT, first);
}

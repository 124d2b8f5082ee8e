// The environments of LaTeX and of packages that are widely used.
#include "names.h"

#include "../table.h"

typedef struct {
  const char *name;
  const char *arguments; // NULL: no running text inside
} Environment;

// A name with a star behind it means the same unless it has a row.
static const Environment ENVIRONMENTS[] = {
    {"BVerbatim", NULL},    {"LVerbatim", NULL},    {"Verbatim", NULL},       {"abstract", "o"},
    {"alertblock", "p"},    {"algorithm2e", NULL},  {"algorithmic", NULL},    {"align", NULL},
    {"alignat", NULL},      {"alltt", NULL},        {"array", "on"},          {"asy", NULL},
    {"axis", NULL},         {"block", "p"},         {"center", "o"},          {"circuitikz", NULL},
    {"code", NULL},         {"column", "on"},       {"columns", "on"},        {"comment", NULL},
    {"corollary", "b"},     {"definition", "b"},    {"description", "o"},     {"displaymath", NULL},
    {"dmath", NULL},        {"document", "o"},      {"enumerate", "o"},       {"eqnarray", NULL},
    {"equation", NULL},     {"example", "b"},       {"exampleblock", "p"},    {"exercise", "b"},
    {"figure", "o"},        {"figure*", "o"},       {"filecontents", NULL},   {"flalign", NULL},
    {"flushleft", "o"},     {"flushright", "o"},    {"forest", NULL},         {"frame", "opp"},
    {"gather", NULL},       {"gnuplot", NULL},      {"itemize", "o"},         {"lemma", "b"},
    {"letter", "o"},        {"list", "nn"},         {"longtable", "on"},      {"longtabu", "on"},
    {"lstlisting", NULL},   {"math", NULL},         {"minipage", "ooon"},     {"minted", NULL},
    {"multicols", "no"},    {"multline", NULL},     {"pgfpicture", NULL},     {"picture", NULL},
    {"proof", "b"},         {"proposition", "b"},   {"python", NULL},         {"quotation", "o"},
    {"quote", "o"},         {"remark", "b"},        {"semiverbatim", NULL},   {"sloppypar", "o"},
    {"subequations", "o"},  {"supertabular", "on"}, {"table", "o"},           {"table*", "o"},
    {"tabu", "on"},         {"tabular", "on"},      {"tabular*", "non"},      {"tabularx", "non"},
    {"tabulary", "non"},    {"tcblisting", NULL},   {"thebibliography", "n"}, {"theorem", "b"},
    {"tikzpicture", NULL},  {"titlepage", "o"},     {"verbatim", NULL},       {"verse", "o"},
    {"wrapfigure", "onon"}, {"wraptable", "onon"},  {"xtabular", "on"},       {"xy", NULL},
};
const Table LATEX_ENVIRONMENTS = TABLE(ENVIRONMENTS);

// Environments of a document's own are mostly called after what they are made of.
static bool is_named_after_code(Slice name) {
  static const char *const PARTS[] = {"math",    "equation", "align", "multline", "gather",
                                      "listing", "verbatim", "code",  "tikz",     "diagram"};
  enum { LONGEST = 64 };
  for (size_t at = 0; at < name.len && at < LONGEST; at++)
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
      if (slice_starts_with(slice_from(name, at), slice_of(PARTS[i]))) return true;
  return false;
}

const char *latex_environment(Slice name) {
  const Environment *known = table_row(LATEX_ENVIRONMENTS, name);
  if (!known && slice_ends_with(name, SLICE("*")))
    known = table_row(LATEX_ENVIRONMENTS, slice_to(name, name.len - 1));
  if (known) return known->arguments;
  return is_named_after_code(name) ? NULL : "onnn";
}

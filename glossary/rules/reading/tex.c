#include "tex.h"

#include <stdlib.h>

// Each ascending by bytes.
static const char *const GREEK[] = {
    "Delta",   "Gamma",   "Lambda",     "Omega",  "Phi",    "Psi",      "Sigma",    "Theta",
    "Upsilon", "alpha",   "beta",       "chi",    "delta",  "epsilon",  "gamma",    "iota",
    "kappa",   "lambda",  "omega",      "phi",    "psi",    "rho",      "sigma",    "tau",
    "theta",   "upsilon", "varepsilon", "varphi", "varrho", "varsigma", "vartheta", "zeta"};
static const char *const SYMBOLS[] = {"Leftarrow",
                                      "Leftrightarrow",
                                      "Longrightarrow",
                                      "Rightarrow",
                                      "aleph",
                                      "approx",
                                      "cdot",
                                      "cdots",
                                      "cong",
                                      "ddots",
                                      "ell",
                                      "emptyset",
                                      "equiv",
                                      "forall",
                                      "geq",
                                      "geqslant",
                                      "hbar",
                                      "infty",
                                      "lVert",
                                      "langle",
                                      "lceil",
                                      "ldots",
                                      "leftarrow",
                                      "leftrightarrow",
                                      "leq",
                                      "leqslant",
                                      "lfloor",
                                      "longrightarrow",
                                      "lvert",
                                      "mapsto",
                                      "nabla",
                                      "neq",
                                      "notin",
                                      "odot",
                                      "ominus",
                                      "oplus",
                                      "otimes",
                                      "perp",
                                      "propto",
                                      "qquad",
                                      "rVert",
                                      "rangle",
                                      "rceil",
                                      "rfloor",
                                      "rightarrow",
                                      "rvert",
                                      "setminus",
                                      "simeq",
                                      "subseteq",
                                      "supseteq",
                                      "varnothing",
                                      "vdots"};
static const char *const WITH_ARGUMENT[] = {
    "bar",      "binom",    "bm",       "boldsymbol", "boxed",     "cfrac",      "ddot",
    "dfrac",    "dot",      "frac",     "hat",        "mathbb",    "mathbf",     "mathcal",
    "mathfrak", "mathit",   "mathscr",  "mathsf",     "overbrace", "overline",   "overset",
    "sqrt",     "stackrel", "substack", "tfrac",      "tilde",     "underbrace", "underline",
    "underset", "vec",      "widehat",  "widetilde"};
static const char *const WITH_TEXT[] = {"begin",  "end",          "label",  "mathrm",
                                        "mbox",   "operatorname", "tag",    "text",
                                        "textbf", "textit",       "textrm", "texttt"};
static const char *const WITH_LIMITS[] = {"bigcap", "bigcup", "bigoplus", "coprod", "iint", "int",
                                          "lim",    "liminf", "limsup",   "oint",   "prod", "sum"};
static const char *const OPERATORS[] = {
    "ast", "bmod", "cap",  "circ",   "cup",    "div",   "ge",  "gets", "gg",   "iff", "implies",
    "in",  "land", "le",   "ll",     "lor",    "mid",   "mod", "mp",   "ne",   "ni",  "parallel",
    "pm",  "sim",  "star", "subset", "supset", "times", "to",  "vee",  "wedge"};
static const char *const FUNCTIONS[] = {
    "Big",          "Bigg",   "Im",      "Pi",     "Pr",     "Re",        "Xi",    "angle",
    "arccos",       "arcsin", "arctan",  "arg",    "big",    "bigg",      "bot",   "bullet",
    "cos",          "cosh",   "cot",     "csc",    "dagger", "deg",       "det",   "dim",
    "displaystyle", "dots",   "eta",     "exists", "exp",    "gcd",       "hom",   "inf",
    "ker",          "left",   "lg",      "limits", "ln",     "log",       "max",   "min",
    "mu",           "nu",     "partial", "pi",     "prime",  "quad",      "right", "sec",
    "sin",          "sinh",   "sup",     "tan",    "tanh",   "textstyle", "top",   "xi"};

typedef struct {
  TexKind kind;
  const char *const *names;
  size_t count;
} Group;

#define GROUP(kind, names)                                                                         \
  { kind, names, sizeof(names) / sizeof *(names) }

static const Group GROUPS[] = {
    GROUP(TEX_SURE, GREEK),
    GROUP(TEX_SURE, SYMBOLS),
    GROUP(TEX_ARGUMENT, WITH_ARGUMENT),
    GROUP(TEX_TEXT, WITH_TEXT),
    GROUP(TEX_LIMITS, WITH_LIMITS),
    GROUP(TEX_OPERATOR, OPERATORS),
    GROUP(TEX_FUNCTION, FUNCTIONS),
};

static int compare_name(const void *key, const void *item) {
  return slice_cmp(*(const Slice *)key, slice_of(*(const char *const *)item));
}

TexKind tex_kind(Slice name) {
  for (size_t i = 0; i < sizeof GROUPS / sizeof *GROUPS; i++)
    if (bsearch(&name, GROUPS[i].names, GROUPS[i].count, sizeof *GROUPS[i].names, compare_name))
      return GROUPS[i].kind;
  return TEX_NONE;
}

// What is left of those with `false` is no word, so that no sign need stand before it.
static const TexRest RESTS[] = {
    {"theta", false},      {"text", false},       {"tau", true},        {"times", false},
    {"tilde", false},      {"triangle", true},    {"therefore", false}, {"textbf", false},
    {"textit", false},     {"textrm", false},     {"tanh", true},       {"tfrac", true},
    {"nabla", false},      {"neq", true},         {"notin", false},     {"frac", false},
    {"forall", false},     {"beta", true},        {"bar", true},        {"binom", false},
    {"boldsymbol", false}, {"begin", false},      {"bullet", true},     {"bigcup", true},
    {"bigcap", true},      {"boxed", true},       {"bm", true},         {"bot", true},
    {"rightarrow", false}, {"rho", true},         {"rangle", true},     {"rfloor", true},
    {"rceil", true},       {"right", true},       {"rvert", true},      {"rVert", true},
    {"vec", true},         {"varepsilon", false}, {"varphi", false},    {"vartheta", false},
    {"varnothing", false}, {"vdots", true},       {"vee", true},        {"alpha", false},
    {"approx", false},     {"angle", true},       {"ast", true},        {"arg", true},
    {"arccos", true},      {"arcsin", true},      {"arctan", true},     {"aleph", true},
};

// The letter that makes `control` behind a backslash; 0: none does.
static char letter_of(char control) {
  static const char CONTROLS[] = "\a\b\t\n\v\f\r", LETTERS[] = "abtnvfr";
  const char *at = control ? strchr(CONTROLS, control) : NULL;
  return at ? LETTERS[at - CONTROLS] : 0;
}

bool tex_is_control(char c) {
  return letter_of(c) != 0;
}

const TexRest *tex_rest(Slice word, char control) {
  char letter = letter_of(control);
  for (size_t i = 0; i < sizeof RESTS / sizeof *RESTS; i++) {
    const TexRest *rest = &RESTS[i];
    if (letter ? rest->name[0] != letter : rest->needs_control) continue;
    if (slice_eq(word, slice_from(slice_of(rest->name), 1))) return rest;
  }
  return NULL;
}

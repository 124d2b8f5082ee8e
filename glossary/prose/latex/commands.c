// The commands of LaTeX and of packages that are widely used.
#include "names.h"

#include "../table.h"

// More than one a line, for a table of this length.
// clang-format off
static const LatexCommand COMMANDS[] = {
    {"\t", "", PART_SPACED}, {"\n", "", PART_SPACED}, {" ", "", PART_SPACED},
    {"!", "", PART_SPACED}, {"\"", "a", PART_APART}, {"#", "c", PART_JOINED},
    {"$", "c", PART_JOINED}, {"%", "c", PART_JOINED}, {"&", "c", PART_JOINED},
    {"'", "a", PART_APART}, {"(", "m", PART_APART}, {")", "e", PART_APART}, {",", "", PART_SPACED},
    {"-", "", PART_JOINED}, {".", "a", PART_APART}, {"/", "", PART_JOINED}, {":", "", PART_SPACED},
    {";", "", PART_SPACED}, {"=", "a", PART_APART}, {">", "", PART_SPACED}, {"@", "", PART_JOINED},
    {"AA", "l", PART_APART}, {"AE", "l", PART_APART}, {"Autocite", "soon", PART_APART},
    {"Cite", "soon", PART_APART}, {"Citep", "soon", PART_APART}, {"Citet", "soon", PART_APART},
    {"Cref", "sn", PART_APART}, {"DeclareMathOperator", "snn", PART_APART},
    {"DeclareRobustCommand", "snooN", PART_APART}, {"Gls", "son", PART_APART},
    {"Glspl", "son", PART_APART}, {"H", "a", PART_APART}, {"Huge", "", PART_JOINED},
    {"L", "l", PART_APART}, {"LARGE", "", PART_JOINED}, {"Large", "", PART_JOINED},
    {"MakeLowercase", "p", PART_JOINED}, {"MakeUppercase", "p", PART_JOINED},
    {"NewDocumentCommand", "nnN", PART_APART}, {"O", "l", PART_APART}, {"OE", "l", PART_APART},
    {"Parencite", "soon", PART_APART}, {"PassOptionsToPackage", "onn", PART_APART},
    {"RenewDocumentCommand", "nnN", PART_APART}, {"RequirePackage", "on", PART_APART},
    {"SI", "onn", PART_APART}, {"Textcite", "soon", PART_APART}, {"[", "m", PART_APART},
    {"\\", "so", PART_APART}, {"]", "e", PART_APART}, {"^", "a", PART_APART},
    {"_", "c", PART_JOINED}, {"`", "a", PART_APART}, {"aa", "l", PART_APART},
    {"ac", "son", PART_APART}, {"acf", "son", PART_APART}, {"acl", "son", PART_APART},
    {"acp", "son", PART_APART}, {"acrfull", "son", PART_APART}, {"acrlong", "son", PART_APART},
    {"acrshort", "son", PART_APART}, {"acs", "son", PART_APART},
    {"addbibresource", "on", PART_APART}, {"addchap", "sop", PART_APART},
    {"address", "on", PART_APART}, {"addsec", "sop", PART_APART},
    {"addtocounter", "nn", PART_APART}, {"addtolength", "nn", PART_APART},
    {"adjustbox", "np", PART_APART}, {"ae", "l", PART_APART}, {"affil", "on", PART_APART},
    {"affiliation", "on", PART_APART}, {"ang", "on", PART_APART}, {"appendix", "", PART_APART},
    {"author", "on", PART_APART}, {"autocite", "soon", PART_APART},
    {"autopageref", "sn", PART_APART}, {"autoref", "sn", PART_APART}, {"b", "a", PART_APART},
    {"bf", "", PART_JOINED}, {"bfseries", "", PART_JOINED}, {"bibitem", "on", PART_APART},
    {"bibliography", "on", PART_APART}, {"bibliographystyle", "on", PART_APART},
    {"bigskip", "", PART_APART}, {"bottomrule", "", PART_APART}, {"c", "a", PART_APART},
    {"caption", "sop", PART_APART}, {"captionof", "nop", PART_APART},
    {"captionsetup", "on", PART_APART}, {"ce", "on", PART_APART}, {"centering", "", PART_JOINED},
    {"chapter", "sop", PART_APART}, {"cite", "soon", PART_APART}, {"citealp", "soon", PART_APART},
    {"citealt", "soon", PART_APART}, {"citeauthor", "soon", PART_APART},
    {"citep", "soon", PART_APART}, {"citet", "soon", PART_APART}, {"citetitle", "soon", PART_APART},
    {"citeyear", "soon", PART_APART}, {"citeyearpar", "soon", PART_APART},
    {"cleardoublepage", "", PART_APART}, {"clearpage", "", PART_APART}, {"cline", "on", PART_APART},
    {"cmidrule", "on", PART_APART}, {"code", "on", PART_APART}, {"color", "on", PART_JOINED},
    {"colorbox", "onp", PART_JOINED}, {"cpageref", "sn", PART_APART}, {"cref", "sn", PART_APART},
    {"crefrange", "snn", PART_APART}, {"d", "a", PART_APART}, {"date", "on", PART_APART},
    {"def", "dN", PART_APART}, {"documentclass", "on", PART_APART}, {"edef", "dN", PART_APART},
    {"em", "", PART_JOINED}, {"email", "on", PART_APART}, {"emph", "p", PART_JOINED},
    {"enquote", "p", PART_JOINED}, {"enspace", "", PART_SPACED}, {"ensuremath", "on", PART_APART},
    {"eqref", "sn", PART_APART}, {"fbox", "p", PART_APART}, {"file", "on", PART_APART},
    {"fontsize", "nn", PART_APART}, {"footcite", "soon", PART_APART},
    {"footfullcite", "soon", PART_APART}, {"footnote", "op", PART_APART},
    {"footnotemark", "o", PART_APART}, {"footnotesize", "", PART_JOINED},
    {"footnotetext", "op", PART_APART}, {"foreignlanguage", "onp", PART_JOINED},
    {"framebox", "oop", PART_APART}, {"fullcite", "soon", PART_APART}, {"gdef", "dN", PART_APART},
    {"geometry", "on", PART_APART}, {"glossary", "n", PART_JOINED}, {"gls", "son", PART_APART},
    {"glspl", "son", PART_APART}, {"graphicspath", "on", PART_APART}, {"hbox", "p", PART_JOINED},
    {"hfill", "", PART_APART}, {"hl", "p", PART_JOINED}, {"hline", "", PART_APART},
    {"hphantom", "on", PART_APART}, {"href", "ovp", PART_APART}, {"hspace", "sn", PART_APART},
    {"huge", "", PART_JOINED}, {"hyperlink", "np", PART_APART}, {"hyperref", "op", PART_APART},
    {"hypersetup", "on", PART_APART}, {"hypertarget", "np", PART_APART},
    {"hyphenation", "on", PART_APART}, {"i", "l", PART_APART}, {"include", "on", PART_APART},
    {"includegraphics", "soon", PART_APART}, {"includeonly", "on", PART_APART},
    {"indent", "", PART_JOINED}, {"index", "n", PART_JOINED}, {"input", "on", PART_APART},
    {"inputminted", "onn", PART_APART}, {"institute", "on", PART_APART}, {"it", "", PART_JOINED},
    {"item", "b", PART_APART}, {"itshape", "", PART_JOINED}, {"j", "l", PART_APART},
    {"k", "a", PART_APART}, {"l", "l", PART_APART}, {"label", "n", PART_JOINED},
    {"labelcref", "sn", PART_APART}, {"large", "", PART_JOINED}, {"let", "nn", PART_APART},
    {"linebreak", "", PART_APART}, {"listoffigures", "", PART_APART},
    {"listoftables", "", PART_APART}, {"lowercase", "p", PART_JOINED},
    {"lstinline", "ov", PART_APART}, {"lstinputlisting", "on", PART_APART},
    {"lstset", "on", PART_APART}, {"makebox", "oop", PART_APART}, {"maketitle", "", PART_APART},
    {"marginpar", "op", PART_APART}, {"mbox", "p", PART_JOINED}, {"mdseries", "", PART_JOINED},
    {"medskip", "", PART_APART}, {"midrule", "", PART_APART}, {"mintinline", "onv", PART_APART},
    {"multicolumn", "nonp", PART_APART}, {"multirow", "nonp", PART_APART},
    {"nameref", "sn", PART_APART}, {"newcommand", "snooN", PART_APART},
    {"newcounter", "on", PART_APART}, {"newenvironment", "snooNN", PART_APART},
    {"newlength", "on", PART_APART}, {"newline", "", PART_APART}, {"newpage", "", PART_APART},
    {"newtheorem", "snop", PART_APART}, {"nobreakdash", "", PART_JOINED},
    {"nocite", "soon", PART_APART}, {"noindent", "", PART_JOINED}, {"nolinkurl", "v", PART_APART},
    {"normalfont", "", PART_JOINED}, {"normalsize", "", PART_JOINED}, {"null", "", PART_JOINED},
    {"num", "on", PART_APART}, {"numberwithin", "nn", PART_APART}, {"o", "l", PART_APART},
    {"oe", "l", PART_APART}, {"pagebreak", "", PART_APART}, {"pagenumbering", "on", PART_APART},
    {"pageref", "sn", PART_APART}, {"pagestyle", "on", PART_APART}, {"par", "", PART_APART},
    {"paragraph", "sop", PART_APART}, {"parbox", "ooonp", PART_APART},
    {"parencite", "soon", PART_APART}, {"part", "sop", PART_APART}, {"path", "v", PART_APART},
    {"phantom", "on", PART_APART}, {"protect", "", PART_JOINED},
    {"providecommand", "snooN", PART_APART}, {"qquad", "", PART_SPACED}, {"qty", "onn", PART_APART},
    {"quad", "", PART_SPACED}, {"r", "a", PART_APART}, {"raggedleft", "", PART_JOINED},
    {"raggedright", "", PART_JOINED}, {"raisebox", "noop", PART_APART}, {"ref", "sn", PART_APART},
    {"refstepcounter", "on", PART_APART}, {"relax", "", PART_JOINED},
    {"renewcommand", "snooN", PART_APART}, {"renewenvironment", "snooNN", PART_APART},
    {"resizebox", "snnp", PART_APART}, {"rm", "", PART_JOINED}, {"rmfamily", "", PART_JOINED},
    {"rotatebox", "nop", PART_APART}, {"rule", "onn", PART_APART}, {"sc", "", PART_JOINED},
    {"scalebox", "nop", PART_APART}, {"scriptsize", "", PART_JOINED}, {"scshape", "", PART_JOINED},
    {"section", "sop", PART_APART}, {"selectlanguage", "n", PART_JOINED},
    {"setcounter", "nn", PART_APART}, {"setlength", "nn", PART_APART},
    {"settoheight", "nn", PART_APART}, {"settowidth", "nn", PART_APART}, {"sf", "", PART_JOINED},
    {"sffamily", "", PART_JOINED}, {"shortcite", "soon", PART_APART}, {"si", "on", PART_APART},
    {"sisetup", "on", PART_APART}, {"sl", "", PART_JOINED}, {"slash", "", PART_JOINED},
    {"slshape", "", PART_JOINED}, {"small", "", PART_JOINED}, {"smallskip", "", PART_APART},
    {"smartcite", "soon", PART_APART}, {"sout", "p", PART_JOINED}, {"ss", "l", PART_APART},
    {"stepcounter", "on", PART_APART}, {"subfile", "on", PART_APART},
    {"subparagraph", "sop", PART_APART}, {"subref", "sn", PART_APART},
    {"subsection", "sop", PART_APART}, {"subsubsection", "sop", PART_APART},
    {"subtitle", "op", PART_APART}, {"supercite", "soon", PART_APART},
    {"tableofcontents", "", PART_APART}, {"text", "p", PART_JOINED}, {"textbf", "p", PART_JOINED},
    {"textcite", "soon", PART_APART}, {"textcolor", "onp", PART_JOINED},
    {"textit", "p", PART_JOINED}, {"textmd", "p", PART_JOINED}, {"textnormal", "p", PART_JOINED},
    {"textquote", "p", PART_JOINED}, {"textrm", "p", PART_JOINED}, {"textsc", "p", PART_JOINED},
    {"textsf", "p", PART_JOINED}, {"textsl", "p", PART_JOINED}, {"textsubscript", "p", PART_JOINED},
    {"textsuperscript", "p", PART_JOINED}, {"texttt", "on", PART_APART},
    {"textup", "p", PART_JOINED}, {"thanks", "op", PART_APART}, {"theoremstyle", "on", PART_APART},
    {"thinspace", "", PART_SPACED}, {"thispagestyle", "on", PART_APART}, {"tiny", "", PART_JOINED},
    {"title", "op", PART_APART}, {"today", "", PART_APART}, {"toprule", "", PART_APART},
    {"tt", "t", PART_JOINED}, {"ttfamily", "t", PART_JOINED}, {"u", "a", PART_APART},
    {"uline", "p", PART_JOINED}, {"underline", "p", PART_JOINED}, {"unit", "on", PART_APART},
    {"uppercase", "p", PART_JOINED}, {"upshape", "", PART_JOINED}, {"url", "v", PART_APART},
    {"usepackage", "on", PART_APART}, {"usetikzlibrary", "on", PART_APART}, {"v", "a", PART_APART},
    {"verb", "sv", PART_APART}, {"verbatiminput", "on", PART_APART}, {"vfill", "", PART_APART},
    {"vphantom", "on", PART_APART}, {"vref", "sn", PART_APART}, {"vspace", "sn", PART_APART},
    {"xdef", "dN", PART_APART}, {"{", "c", PART_JOINED}, {"}", "c", PART_JOINED},
    {"~", "a", PART_APART},
};
// clang-format on

const Table LATEX_COMMANDS = TABLE(COMMANDS);

// Commands of a document's own are mostly called after what they do: \figref, \mycite, \indexdef.
static bool is_named_after_label(Slice name) {
  return slice_ends_with(name, SLICE("ref")) || slice_ends_with(name, SLICE("cite")) ||
         slice_ends_with(name, SLICE("label")) || slice_ends_with(name, SLICE("index")) ||
         slice_starts_with(name, SLICE("cite")) || slice_starts_with(name, SLICE("index"));
}

const LatexCommand *latex_command(Slice name) {
  static const LatexCommand unknown = {"", "*", PART_APART}, label = {"", "soon", PART_APART};
  const LatexCommand *known = table_row(LATEX_COMMANDS, name);
  if (known) return known;
  return is_named_after_label(name) ? &label : &unknown;
}

static const char *const TITLES[] = {"abstract", "subtitle", "title"};
const Table LATEX_TITLES = TABLE(TITLES);

bool latex_is_title(Slice name) {
  return table_row(LATEX_TITLES, name);
}

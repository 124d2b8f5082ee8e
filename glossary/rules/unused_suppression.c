// Found where suppressions are applied: lint/suppress/unused.c.
#include "all.h"

const Rule rule_unused_suppression = {
    .info = {.id = "unused-suppression",
             .severity = SEVERITY_WARNING,
             .summary = "A comment that suppresses nothing",
             .why = "Such a comment stays behind when what it excused has been mended, and will "
                    "hide the next mistake in its place. Or it is misspelt, and never did what it "
                    "says.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "\n"
                    "<!-- gloss-disable-next-line unclosed-markup -- a footnote's star -->\n"
                    "A mast is a pole that carries sails.\n",
             .good = "## Mast\n"
                     "\n"
                     "<!-- gloss-disable-next-line unclosed-markup -- a footnote's star -->\n"
                     "A mast is a pole that carries **sails.\n",
             .fixable = true},
};

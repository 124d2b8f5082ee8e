// Blocks that lost their line ends and now stand in one line of running text. Each kind is told by
// signs that ordinary sentences do not have (reflow/signs.h). One finding an entry, at the first
// sign: whoever restores the line ends looks at the whole body.
#include "../line.h"
#include "../reflow/signs.h"
#include "all.h"

static void report_sign(RuleContext *context, Slice line, FlatSign sign) {
  Range range = range_shift(sign.range, range_of(context->bytes, line).start);
  report(context, &rule_collapsed_body, range,
         "%s flattened into this line: put the line ends back", sign.what);
}

static void check_entry(RuleContext *context) {
  Fence open = {0};
  for (Slice rest = slice_range(context->bytes, context->entry->body); rest.len;) {
    Slice line = line_next(&rest);
    FlatSign sign = line_in_fence(line, &open) ? (FlatSign){0} : flat_sign(line);
    if (sign.what) {
      report_sign(context, line, sign);
      return;
    }
  }
}

const Rule rule_collapsed_body = {
    .info = {.id = "collapsed-body",
             .severity = SEVERITY_WARNING,
             .summary = "Headings, lists, tables or code that stand on one line",
             .why = "Text that was copied from a page, or stored by a program, may have lost its "
                    "line ends. What was a list or a table is then shown as one long paragraph "
                    "full of marks, which nobody can read. Begin each heading, item, row and "
                    "paragraph on a line of its own again.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "\n"
                    "A pole that carries sails. - **Foremast**: next to the bow. - **Mainmast**: "
                    "the tallest.\n",
             .good = "## Mast\n"
                     "\n"
                     "A pole that carries sails.\n"
                     "\n"
                     "- **Foremast**: next to the bow.\n"
                     "- **Mainmast**: the tallest.\n"},
    .check_entry = check_entry,
};

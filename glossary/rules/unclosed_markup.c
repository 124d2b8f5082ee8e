#include "rule.h"

static void check_entry(RuleContext *context) {
  for (size_t i = 0; i < context->syntax.count; i++) {
    SyntaxNode node = context->syntax.nodes[i];
    if (node.kind != SYNTAX_UNCLOSED) continue;
    Slice mark = slice_range(context->bytes, node.range);
    report(context, &rule_unclosed_markup, node.range, "%.*s is opened here and never closed",
           SLICE_FMT(mark));
  }
}

const Rule rule_unclosed_markup = {
    {"unclosed-markup", SEVERITY_ERROR, "A mark that opens something and never closes it"},
    check_entry,
    NULL};

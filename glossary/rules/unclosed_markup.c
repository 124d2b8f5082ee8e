#include "all.h"

// The mark as a writer may have meant it: `\*\*`.
static Slice escaped(Slice mark, Arena *arena) {
  char *out = arena_array(arena, char, mark.len * 2);
  for (size_t i = 0; i < mark.len; i++) {
    out[2 * i] = '\\';
    out[2 * i + 1] = mark.ptr[i];
  }
  return slice_new(out, mark.len * 2);
}

static void check_entry(RuleContext *context) {
  for (size_t i = 0; i < context->syntax.count; i++) {
    SyntaxNode node = context->syntax.nodes[i];
    if (node.kind != SYNTAX_UNCLOSED) continue;
    Slice mark = slice_range(context->bytes, node.range);
    bool fence = mark.len > 2; // no backslash takes a line of code for text
    Slice itself = fence ? (Slice){0} : escaped(mark, context->arena);
    report(context, &rule_unclosed_markup, node.range,
           "%.*s is opened here and never closed: close it%s%.*s", SLICE_FMT(mark),
           fence ? "" : ", or write ", SLICE_FMT(itself));
  }
}

const Rule rule_unclosed_markup = {
    .info = {.id = "unclosed-markup",
             .severity = SEVERITY_ERROR,
             .summary = "A mark that opens something and never closes it",
             .why = "From an opened mark to the end of the paragraph everything is shown in "
                    "bold, as code or as a formula, or the mark itself is shown. Close it, or "
                    "put a backslash before it if it is meant as a character.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "\n"
                    "A mast is a **pole that carries sails.\n",
             .good = "## Mast\n"
                     "\n"
                     "A mast is a **pole** that carries sails.\n"},
    .check_entry = check_entry,
};

// The grammar on one entry of any bytes: every range lies in the entry, the outer before the inner.
#include "fuzz.h"

#include <glossary/syntax.h>

static void look_at(const SyntaxNode *node, const SyntaxNode *before, size_t len) {
  MUST(node->range.start <= node->range.end && node->range.end <= len);
  MUST(node->range.start <= node->content.start && node->content.end <= node->range.end);
  MUST(node->content.start <= node->content.end);
  MUST(!before || before->range.start <= node->range.start);
  MUST(node->depth <= (before ? before->depth + 1 : 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  SyntaxParser *parser = syntax_parser_new();
  Arena *arena = arena_new();
  Syntax syntax = syntax_read(parser, input_of(data, size), arena);
  MUST(syntax.complete || size > SYNTAX_MAX);
  for (size_t i = 0; i < syntax.count; i++)
    look_at(&syntax.nodes[i], i ? &syntax.nodes[i - 1] : NULL, size);
  arena_delete(arena);
  syntax_parser_delete(parser);
  return 0;
}

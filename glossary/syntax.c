#include "syntax.h"
#include "base/array.h"

#include <grammar/tree_sitter_gloss.h>
#include <tree_sitter/api.h>

// How the content of a node is found.
typedef enum {
  CONTENT_ALL,   // it has no marks
  CONTENT_MARKS, // between a mark of at most `mark` bytes and the same again
  CONTENT_PART,  // the child that is listed in `parts`
} ContentRule;

typedef struct {
  const char *name; // the grammar's
  SyntaxKind kind;
  ContentRule content;
  uint32_t mark;
} KindRule;

static const KindRule kinds[] = {
    {"headword", SYNTAX_HEADWORD, CONTENT_ALL, 0},
    {"field", SYNTAX_FIELD, CONTENT_ALL, 0},
    {"section_heading", SYNTAX_SECTION_HEADING, CONTENT_ALL, 0},
    {"strong", SYNTAX_STRONG, CONTENT_MARKS, 2},
    {"emphasis", SYNTAX_EMPHASIS, CONTENT_MARKS, 1},
    {"code_span", SYNTAX_CODE_SPAN, CONTENT_MARKS, UINT32_MAX},
    {"code_block", SYNTAX_CODE_BLOCK, CONTENT_PART, 0},
    {"math", SYNTAX_MATH, CONTENT_MARKS, 1},
    {"display_math", SYNTAX_DISPLAY_MATH, CONTENT_MARKS, 2},
    {"reference", SYNTAX_REFERENCE, CONTENT_PART, 0},
    {"link", SYNTAX_LINK, CONTENT_PART, 0},
    {"table", SYNTAX_TABLE, CONTENT_ALL, 0},
    {"table_row", SYNTAX_TABLE_ROW, CONTENT_ALL, 0},
    {"list_item", SYNTAX_LIST_ITEM, CONTENT_ALL, 0},
    {"unclosed", SYNTAX_UNCLOSED, CONTENT_ALL, 0},
};

// Nodes that are the content of the one they lie in.
static const struct {
  const char *name;
  SyntaxKind owner;
} parts[] = {
    {"code", SYNTAX_CODE_BLOCK},
    {"reference_target", SYNTAX_REFERENCE},
    {"link_text", SYNTAX_LINK},
};

enum { KIND_COUNT = sizeof kinds / sizeof *kinds, PART_COUNT = sizeof parts / sizeof *parts };

struct SyntaxParser {
  TSParser *parser;
  const KindRule **rules; // by symbol; NULL where nobody asks for it
  uint8_t *owners;        // by symbol: 1 + the place in `parts`, or 0
  uint32_t symbols;
  Array(SyntaxNode) nodes;
};

static TSSymbol symbol_named(const TSLanguage *language, const char *name) {
  return ts_language_symbol_for_name(language, name, (uint32_t)strlen(name), true);
}

SyntaxParser *syntax_parser_new(void) {
  ts_set_allocator(mem_alloc, mem_zero, mem_realloc, mem_free);
  const TSLanguage *language = tree_sitter_gloss();
  SyntaxParser *self = mem_zero(1, sizeof *self);
  self->symbols = ts_language_symbol_count(language);
  self->parser = ts_parser_new();
  ts_parser_set_language(self->parser, language);
  self->rules = mem_zero(self->symbols, sizeof *self->rules);
  self->owners = mem_zero(self->symbols, sizeof *self->owners);
  for (uint8_t i = 0; i < KIND_COUNT; i++)
    self->rules[symbol_named(language, kinds[i].name)] = &kinds[i];
  for (uint8_t i = 0; i < PART_COUNT; i++)
    self->owners[symbol_named(language, parts[i].name)] = i + 1;
  return self;
}

void syntax_parser_delete(SyntaxParser *self) {
  if (!self) return;
  ts_parser_delete(self->parser);
  mem_free(self->rules);
  mem_free(self->owners);
  array_free(&self->nodes);
  mem_free(self);
}

static Range node_range(TSNode node) {
  return (Range){ts_node_start_byte(node), ts_node_end_byte(node)};
}

// Text that is still open at the end of its block has no mark there.
static Range between_marks(Slice node, Range range, uint32_t longest) {
  uint32_t mark = 0;
  while (mark < longest && mark < node.len && node.ptr[mark] == node.ptr[0]) mark++;
  bool closed =
      node.len >= 2 * (size_t)mark && slice_ends_with(slice_from(node, mark), slice_to(node, mark));
  return (Range){range.start + mark, closed ? range.end - mark : range.end};
}

static Range content_of(const KindRule *rule, Slice entry, Range range) {
  switch (rule->content) {
  case CONTENT_MARKS:
    return between_marks(slice_range(entry, range), range, rule->mark);
  case CONTENT_PART:
    return (Range){range.start, range.start}; // until the child is met
  default:
    return range;
  }
}

// The node met last of the kind that the part belongs to.
static void set_content(SyntaxParser *self, SyntaxKind owner, Range content) {
  size_t i = self->nodes.len;
  while (i && self->nodes.items[i - 1].kind != owner) i--;
  if (i) self->nodes.items[i - 1].content = content;
}

// NULL where nobody asks for the node. The symbol of an error is no symbol of the language.
static const KindRule *rule_of(const SyntaxParser *self, TSNode node) {
  TSSymbol symbol = ts_node_symbol(node);
  return symbol < self->symbols ? self->rules[symbol] : NULL;
}

static uint8_t owner_of(const SyntaxParser *self, TSNode node) {
  TSSymbol symbol = ts_node_symbol(node);
  return symbol < self->symbols ? self->owners[symbol] : 0;
}

// True when the node is listed.
static bool meet(SyntaxParser *self, Slice entry, TSNode node, uint16_t depth) {
  uint8_t owner = owner_of(self, node);
  if (owner) set_content(self, parts[owner - 1].owner, node_range(node));
  const KindRule *rule = rule_of(self, node);
  if (!rule) return false;
  Range range = node_range(node);
  *array_push(&self->nodes) =
      (SyntaxNode){rule->kind, depth, range, content_of(rule, entry, range)};
  return true;
}

// Up until there is a next sibling. False at the end of the tree.
static bool leave(SyntaxParser *self, TSTreeCursor *cursor, uint16_t *depth) {
  while (!ts_tree_cursor_goto_next_sibling(cursor)) {
    if (!ts_tree_cursor_goto_parent(cursor)) return false;
    if (rule_of(self, ts_tree_cursor_current_node(cursor))) --*depth;
  }
  return true;
}

// A cursor instead of recursion: the depth of a tree is up to its text.
static void walk(SyntaxParser *self, Slice entry, TSTree *tree) {
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
  uint16_t depth = 0;
  bool more = true;
  while (more) {
    bool listed = meet(self, entry, ts_tree_cursor_current_node(&cursor), depth);
    if (ts_tree_cursor_goto_first_child(&cursor))
      depth = (uint16_t)(depth + listed);
    else
      more = leave(self, &cursor, &depth);
  }
  ts_tree_cursor_delete(&cursor);
}

Syntax syntax_read(SyntaxParser *self, Slice entry, Arena *arena) {
  if (entry.len > SYNTAX_MAX) return (Syntax){0};
  self->nodes.len = 0;
  TSTree *tree =
      ts_parser_parse_string(self->parser, NULL, entry.len ? entry.ptr : "", (uint32_t)entry.len);
  walk(self, entry, tree);
  ts_tree_delete(tree);
  Syntax syntax = {arena_array(arena, SyntaxNode, self->nodes.len), self->nodes.len, true};
  if (syntax.count) memcpy(syntax.nodes, self->nodes.items, syntax.count * sizeof *syntax.nodes);
  return syntax;
}

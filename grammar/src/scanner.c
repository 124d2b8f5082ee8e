// The external scanner: reads all of a glossary file. Its parts lie in scan/, each used by those
// below it:
//
//   state    tokens, state, small steps         search   the end of strong and emphasised text
//   fence    fenced code, heading lines         leaf     code, math, references, links
//   line     what a line is                     inline   running text and line ends
//   fields   field lists                        block    what begins on a line
//   page     lines of the page dialect
#include "scan/block.h"

_Static_assert(sizeof(State) == 24, "no padding, and small enough to lie inside a token");

static bool scan_next_block(Scan *s) {
  return has(s, PAGE_DIALECT) ? scan_page(s) : scan_block(s);
}

static bool (*const scanners[])(Scan *) = {
    [AT_START] = scan_dialect,
    [AT_PREAMBLE] = scan_file_fields,
    [AT_BLOCK] = scan_next_block,
    [AT_PAGE_LINE] = scan_block,
    [IN_FURNITURE] = scan_furniture,
    [IN_INLINE] = scan_inline,
    [IN_KEY] = scan_key,
    [IN_COLON] = scan_colon,
    [IN_FENCE_MARK] = scan_fence_mark,
    [IN_INFO] = scan_info,
    [IN_INFO_REST] = scan_info_rest,
    [IN_CODE] = scan_code,
    [AT_FENCE_END] = scan_fence_end,
    [IN_REFERENCE] = scan_in_reference,
    [IN_REFERENCE_TEXT] = scan_in_reference,
    [IN_LINK] = scan_in_link,
    [IN_LINK_TARGET] = scan_in_link_target,
};

void *tree_sitter_gloss_external_scanner_create(void) {
  return ts_calloc(1, sizeof(State));
}

void tree_sitter_gloss_external_scanner_destroy(void *payload) {
  ts_free(payload);
}

unsigned tree_sitter_gloss_external_scanner_serialize(void *payload, char *buffer) {
  memcpy(buffer, payload, sizeof(State));
  return sizeof(State);
}

void tree_sitter_gloss_external_scanner_deserialize(void *payload, const char *buffer,
                                                    unsigned length) {
  memset(payload, 0, sizeof(State));
  if (length && length <= sizeof(State)) memcpy(payload, buffer, length);
}

bool tree_sitter_gloss_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
  (void)valid; // the state alone says what comes
  Scan s = {lexer, payload};
  mark(&s);
  return scanners[s.state->mode](&s);
}

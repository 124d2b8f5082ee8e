// The prose of a text in every language: parts that ascend, do not overlap and lie in the text,
// tokens that lie in the parts, comments to Gloss that ascend and lie in no part, and directives in
// these, whose fixes lie in the text.
#include "fuzz.h"

#include <glossary/lint/suppress/directives.h>
#include <glossary/words/words.h>

static const char *const languages[] = {
    "gloss",      "markdown", "mdx",   "plaintext", "git-commit", "restructuredtext",
    "asciidoc",   "html",     "latex", "c",         "java",       "javascript",
    "typescript", "python",   "go",    "rust",      "ruby",       "shellscript",
    "kotlin",     "yaml"};

static void look_at_parts(const Prose *prose, size_t len) {
  uint32_t end = 0;
  for (size_t i = 0; i < prose->parts.len; i++) {
    Range range = prose->parts.items[i].range;
    MUST(end <= range.start && range.start <= range.end && range.end <= len);
    end = range.end;
  }
}

// Both ascend, so the parts before a comment need not be looked at again.
static void look_at_remarks(const Prose *prose, size_t len) {
  uint32_t end = 0;
  size_t part = 0;
  for (size_t i = 0; i < prose->remarks.len; i++) {
    Remark remark = prose->remarks.items[i];
    MUST(end <= remark.range.start && remark.range.end <= len);
    MUST(remark.range.start < remark.content.start && remark.content.end <= remark.range.end);
    MUST(remark.content.start < remark.content.end);
    while (part < prose->parts.len && prose->parts.items[part].range.end <= remark.range.start)
      part++;
    MUST(part == prose->parts.len || prose->parts.items[part].range.start >= remark.range.end);
    end = remark.range.end;
  }
}

static void look_at_fix(const Finding *finding, size_t len) {
  MUST(finding->range.start < finding->range.end && finding->range.end <= len);
  for (uint32_t i = 0; i < finding->fix_count; i++) {
    Range range = finding->fixes[i].edits[0].range;
    MUST(range.start < range.end && range.end <= len);
  }
}

static void look_at_directives(Slice bytes, const Prose *prose) {
  Arena *arena = arena_new();
  Directives directives = {0};
  RuleSettings settings = rule_settings_none();
  Findings findings = {0};
  directives_read(bytes, prose->remarks.items, prose->remarks.len, &directives, arena);
  for (size_t i = 0; i < directives.len; i++)
    for (uint32_t j = 0; j < directives.items[i].rule_count; j++)
      MUST(directives.items[i].rules[j].range.end <= range_len(directives.items[i].range));
  Text *text = text_new(bytes);
  directives_apply(&directives, text, &settings, &findings, arena);
  for (uint32_t i = 0; i < findings.count; i++) look_at_fix(&findings.items[i], bytes.len);
  Slice mended;
  findings_fix(&findings, bytes, arena, &mended);
  text_delete(text);
  array_free(&directives);
  arena_delete(arena);
}

static void look_at_tokens(Slice text, const Prose *prose) {
  Tokens tokens = {0};
  words_split(text, prose, &tokens);
  for (size_t i = 0; i < tokens.len; i++) {
    Range range = tokens.items[i].range;
    MUST(range.start < range.end && range.end <= text.len);
    MUST(i == 0 || tokens.items[i - 1].range.end <= range.start);
  }
  array_free(&tokens);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Slice text = input_of(data, size);
  for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
    Prose prose = prose_read(prose_language(slice_of(languages[i]), (Slice){0}), text);
    look_at_parts(&prose, size);
    look_at_remarks(&prose, size);
    look_at_directives(text, &prose);
    look_at_tokens(text, &prose);
    prose_free(&prose);
  }
  Range paragraph = prose_paragraph(text, (uint32_t)size / 2, 100);
  MUST(paragraph.start <= size / 2 && size / 2 <= paragraph.end && paragraph.end <= size);
  return 0;
}

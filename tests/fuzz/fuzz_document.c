// A document that is edited: what is found in it piece by piece, kept through the edits, is what is
// found when it is read at once.
//
// Input: the number of a language, a text, a separator, then the edits.
#include "fuzz.h"

#include <glossary/glossary.h>
#include <glossary/lint/document/document.h>

enum { EDIT_MAX = 16 };

static const char *const languages[] = {"markdown",   "gloss", "plaintext",
                                        "git-commit", "html",  "python"};

// Short words, so that any text is likely to hold some.
static const char GLOSSARY[] = "## Kernel\n- avoid: a, core, b c\n\nIt is the core.\n\n"
                               "## Dry run\n- avoid: wet run, x\n- match: case\n\nIt is a try.\n\n";

static RuleSettings everything(void) {
  RuleSettings settings = rule_settings_none();
  size_t count;
  const RuleInfo *const *rules = lint_rules(&count);
  for (size_t i = 0; i < count; i++) rule_settings_set(&settings, rules[i], SEVERITY_WARNING);
  return settings;
}

static void compare(const Findings *a, const Findings *b) {
  MUST(a->count == b->count);
  for (uint32_t i = 0; i < a->count; i++) {
    const Finding *x = &a->items[i], *y = &b->items[i];
    MUST(x->rule == y->rule && x->severity == y->severity && x->fix_count == y->fix_count);
    MUST(x->range.start == y->range.start && x->range.end == y->range.end);
    MUST(slice_eq(x->message, y->message) && slice_eq(x->subject, y->subject));
  }
}

static void check(DocumentLint *kept, const DocumentPlace *place, Text *text) {
  Arena *arena = arena_new();
  DocumentLint *whole = document_lint_cut(UINT32_MAX);
  Findings in_pieces = document_lint_check(kept, place, text, arena);
  Findings at_once = document_lint_check(whole, place, text, arena);
  compare(&in_pieces, &at_once);
  document_lint_delete(whole);
  arena_delete(arena);
}

static void edit(DocumentLint *kept, Text *text, Slice source, Slice *input) {
  Range range = take_range(input, text_len(text));
  Slice piece = slice_range(source, take_range(input, source.len));
  text_replace(text, range, piece);
  document_lint_edit(kept, range, (uint32_t)piece.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Slice input = input_of(data, size);
  uint32_t language = take_below(&input, sizeof languages / sizeof *languages);
  Slice source = take_part(&input);
  Glossary *glossary = glossary_new();
  glossary_put(glossary, glossary_file_new(SLICE("/w/a.gloss"), SLICE("/w"), slice_of(GLOSSARY)));
  RuleSettings settings = everything();
  DocumentPlace place = {.terms = glossary_terms(glossary),
                         .language = prose_language(slice_of(languages[language]), (Slice){0}),
                         .settings = &settings};
  DocumentLint *kept = document_lint_cut(1);
  Text *text = text_new(source);
  check(kept, &place, text);
  for (int i = 0; i < EDIT_MAX && input.len; i++) {
    edit(kept, text, source, &input);
    check(kept, &place, text);
  }
  document_lint_delete(kept);
  text_delete(text);
  glossary_delete(glossary);
  return 0;
}

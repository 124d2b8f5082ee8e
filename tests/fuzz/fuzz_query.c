// Every question about a text, with a glossary that is as arbitrary as the text.
//
// Input: the number of an offset and of a language, the glossary, a separator, the text.
#include "fuzz.h"

#include <glossary/glossary.h>

static const char *const languages[] = {"",           "gloss",  "markdown", "plaintext",
                                        "git-commit", "python", "go"};

static void look_at(const Occurrences *found, size_t len, bool ascending) {
  for (uint32_t i = 0; i < found->count; i++) {
    Occurrence item = found->items[i];
    MUST(item.range.start < item.range.end && item.range.end <= len);
    MUST(item.entry_count > 0 && item.entries[0]->form_count > 0);
    MUST(!ascending || i == 0 || found->items[i - 1].range.end <= item.range.start);
  }
}

static void complete(Terms *terms, Scope scope, const ProseLanguage *language, Slice text,
                     uint32_t offset, Arena *arena) {
  Completions found = query_completions(terms, scope, language, text, offset, arena);
  MUST(found.count <= COMPLETION_MAX);
  for (uint32_t i = 0; i < found.count; i++) {
    Range typed = found.items[i].typed;
    MUST(found.typed.start <= typed.start && typed.start <= typed.end && typed.end <= offset);
    MUST(found.items[i].label.len > 0);
  }
}

static void ask(Glossary *glossary, const ProseLanguage *language, Slice text, uint32_t offset) {
  Arena *arena = arena_new();
  Terms *terms = glossary_terms(glossary);
  Scope scope = {SLICE("/w/text.md")};
  Occurrences around = query_at(terms, scope, language, text, offset, arena);
  Occurrences all = query_all(terms, scope, language, text, arena);
  look_at(&around, text.len, false);
  look_at(&all, text.len, true);
  complete(terms, scope, language, text, offset, arena);
  query_named(terms, scope, slice_to(text, offset), arena);
  arena_delete(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Slice input = input_of(data, size);
  uint32_t number = take_below(&input, UINT16_MAX);
  uint32_t language = take_below(&input, sizeof languages / sizeof *languages);
  Slice source = take_part(&input);
  Glossary *glossary = glossary_new();
  glossary_put(glossary, glossary_file_new(SLICE("/w/a.gloss"), SLICE("/w"), source));
  ask(glossary, prose_language(slice_of(languages[language]), (Slice){0}), input,
      number % ((uint32_t)input.len + 1));
  glossary_delete(glossary);
  return 0;
}

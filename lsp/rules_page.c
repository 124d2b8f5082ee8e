#include "rules_page.h"

#include "disk/files.h"
#include "uri.h"

#include <glossary/base/array.h>
#include <stdio.h>
#include <uv.h>

typedef Array(char) Page;

static void add(Page *page, const char *text) {
  array_append(page, text, strlen(text));
}

// A fence that nothing in the example closes.
static size_t fence_len(const char *example) {
  size_t longest = 2, run = 0;
  for (const char *at = example; *at; at++) {
    run = *at == '`' ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest + 1;
}

static void add_fence(Page *page, size_t len) {
  for (size_t i = 0; i < len; i++) add(page, "`");
}

static const char *language_of(const char *file) {
  Slice name = slice_of(file);
  if (slice_ends_with(name, SLICE(".txt"))) return "text";
  return "markdown";
}

static void add_example(Page *page, const char *title, const char *file, const char *example) {
  if (!example) return; // it would be too long
  size_t fence = fence_len(example), len = strlen(example);
  add(page, "\n"), add(page, title), add(page, "\n\n");
  add_fence(page, fence), add(page, language_of(file)), add(page, "\n");
  add(page, example);
  if (!len || example[len - 1] != '\n') add(page, "\n");
  add_fence(page, fence), add(page, "\n");
}

Slice rule_standing(const RuleInfo *rule, Arena *arena) {
  const char *severity =
      rule->severity == SEVERITY_OFF ? "off unless it is set" : severity_name(rule->severity);
  return arena_format(arena, "%s%s", severity, rule->fixable ? ", can be fixed by --fix" : "");
}

Slice rule_markdown(const RuleInfo *rule, Arena *arena) {
  Page page = {0};
  Slice standing = rule_standing(rule, arena);
  add(&page, "## "), add(&page, rule->id), add(&page, "\n\n");
  add(&page, rule->summary), add(&page, ". *");
  array_append(&page, standing.ptr, standing.len);
  add(&page, "*\n\n"), add(&page, rule->why), add(&page, "\n");
  add_example(&page, "With these terms:", "terms.gloss.md", rule->glossary);
  add_example(&page, "Not so:", rule->file, rule->bad);
  add_example(&page, "But so:", rule->file, rule->good);
  Slice result = arena_copy(arena, slice_new(page.items, page.len));
  array_free(&page);
  return result;
}

// --- where the page is ---

// From the program's folder: in the build folder, and where it is installed.
static const char *const PLACES[] = {"share/doc/gloss/rules.md", "../share/doc/gloss/rules.md"};
enum { PLACE_COUNT = sizeof PLACES / sizeof *PLACES };

Slice rules_page_uri(Arena *arena) {
  char program[4096];
  size_t len = sizeof program;
  if (uv_exepath(program, &len)) return (Slice){0};
  Slice folder = path_folder(slice_new(program, len));
  for (int i = 0; i < PLACE_COUNT; i++) {
    Slice path = path_absolute(path_join(folder, slice_of(PLACES[i]), arena), arena);
    if (path_is_file(path.ptr)) return uri_from_path(path, arena);
  }
  return (Slice){0};
}

// The table of languages, and questions about the prose of one.
#include "prose.h"

#include "../base/nearest.h"
#include "languages.h"
#include "pieces.h"

// The ending of a file's name is `.` and one of these, or the whole name is one of these
// that has a capital or a dot; the longest ending decides.
static const ProseLanguage LANGUAGES[] = {
    {"gloss", "gloss", "gloss gloss.md glossary.md", prose_read_gloss, IDENTIFIERS_NONE, NULL,
     "<!-- @ -->"},
    {"markdown", "markdown quarto rmd", "md markdown mkd qmd rmd", prose_read_markdown,
     IDENTIFIERS_NONE, &PIECES_MARKDOWN, "<!-- @ -->"},
    {"mdx", "mdx", "mdx", prose_read_mdx, IDENTIFIERS_NONE, NULL, "{/* @ */}"},
    {"plaintext", "plaintext text mail", "txt text", prose_read_plain, IDENTIFIERS_NONE,
     &PIECES_PLAIN, NULL},
    {"git-commit", "git-commit gitcommit", "COMMIT_EDITMSG MERGE_MSG", prose_read_commit,
     IDENTIFIERS_NONE, NULL, "# @"},
    {"restructuredtext", "restructuredtext rst", "rst rest", prose_read_rst, IDENTIFIERS_NONE, NULL,
     ".. @"},
    {"asciidoc", "asciidoc asciidoctor", "adoc asciidoc asc", prose_read_asciidoc, IDENTIFIERS_NONE,
     NULL, "// @"},
    {"html", "html xhtml vue svelte", "html htm xhtml vue svelte", prose_read_html,
     IDENTIFIERS_NONE, NULL, "<!-- @ -->"},
    {"latex", "latex tex plaintex", "tex ltx latex", prose_read_latex, IDENTIFIERS_NONE, NULL,
     "% @"},
    {"c", "c cpp cuda-cpp objective-c objective-cpp", "c h cc cpp cxx hh hpp hxx cu cuh ino m mm",
     prose_read_c, IDENTIFIERS_SNAKE, NULL, "// @"},
    {"java", "java csharp", "java cs", prose_read_java, IDENTIFIERS_CAMEL, NULL, "// @"},
    {"kotlin", "kotlin scala swift", "kt kts scala swift", prose_read_kotlin, IDENTIFIERS_CAMEL,
     NULL, "// @"},
    {"javascript", "javascript javascriptreact", "js jsx mjs cjs", prose_read_javascript,
     IDENTIFIERS_CAMEL, NULL, "// @"},
    {"typescript", "typescript", "ts mts cts", prose_read_typescript, IDENTIFIERS_CAMEL, NULL,
     "// @"},
    {"typescriptreact", "typescriptreact", "tsx", prose_read_javascript, IDENTIFIERS_CAMEL, NULL,
     "// @"},
    {"python", "python", "py pyi pyw", prose_read_python, IDENTIFIERS_SNAKE, NULL, "# @"},
    {"go", "go", "go", prose_read_go, IDENTIFIERS_CAMEL, NULL, "// @"},
    {"rust", "rust", "rs", prose_read_rust, IDENTIFIERS_SNAKE, NULL, "// @"},
    {"ruby", "ruby", "rb rake gemspec Rakefile Gemfile", prose_read_ruby, IDENTIFIERS_SNAKE, NULL,
     "# @"},
    {"shellscript", "shellscript sh bash zsh", "sh bash zsh ksh .bashrc .profile .zshrc",
     prose_read_shell, IDENTIFIERS_SNAKE, NULL, "# @"},
    {"yaml", "yaml toml cmake makefile make dockerfile",
     "yaml yml toml cmake CMakeLists.txt Makefile GNUmakefile mk Dockerfile", prose_read_hash,
     IDENTIFIERS_SNAKE, NULL, "# @"},
};
enum { LANGUAGE_COUNT = sizeof LANGUAGES / sizeof *LANGUAGES };

// Cuts the first of the words separated by spaces off `*list`; an empty slice at its end.
static Slice next_word(Slice *list) {
  size_t len = 0;
  while (len < list->len && list->ptr[len] != ' ') len++;
  Slice word = slice_to(*list, len);
  *list = slice_from(*list, len + 1);
  return word;
}

static bool has_id(const ProseLanguage *language, Slice id) {
  Slice ids = slice_of(language->ids);
  for (Slice word; (word = next_word(&ids)).len;)
    if (slice_eq_ascii_case(word, id)) return true;
  return false;
}

static Slice base_name(Slice path) {
  size_t start = path.len;
  while (start > 0 && path.ptr[start - 1] != '/' && path.ptr[start - 1] != '\\') start--;
  return slice_from(path, start);
}

// `Makefile` and `.bashrc` are whole names; a file called `c` or `gloss` may be anything, a program
// say.
static bool may_be_whole(Slice ending) {
  for (size_t i = 0; i < ending.len; i++)
    if (byte_is_upper(ending.ptr[i]) || ending.ptr[i] == '.') return true;
  return false;
}

static bool ends_in(Slice name, Slice ending) {
  if (name.len < ending.len) return false;
  size_t start = name.len - ending.len;
  return slice_eq_ascii_case(slice_from(name, start), ending) &&
         (start ? name.ptr[start - 1] == '.' : may_be_whole(ending));
}

// The length of the ending by which `name` belongs to `language`; 0: it does not.
static size_t ending_len(const ProseLanguage *language, Slice name) {
  Slice endings = slice_of(language->extensions);
  size_t longest = 0;
  for (Slice ending; (ending = next_word(&endings)).len;)
    if (ending.len > longest && ends_in(name, ending)) longest = ending.len;
  return longest;
}

static const ProseLanguage *language_named(Slice file_name) {
  const ProseLanguage *best = NULL;
  size_t longest = 0;
  for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
    size_t len = ending_len(&LANGUAGES[i], base_name(file_name));
    if (len <= longest) continue;
    longest = len;
    best = &LANGUAGES[i];
  }
  return best;
}

const ProseLanguage *prose_language(Slice id, Slice file_name) {
  // Editors call a glossary Markdown; its name knows better.
  const ProseLanguage *named = language_named(file_name);
  if (named && named->read == prose_read_gloss) return named;
  for (size_t i = 0; id.len && i < LANGUAGE_COUNT; i++)
    if (has_id(&LANGUAGES[i], id)) return &LANGUAGES[i];
  return named;
}

Slice prose_language_nearest(Slice id) {
  Nearest nearest = nearest_to(id);
  for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
    Slice ids = slice_of(LANGUAGES[i].ids);
    for (Slice word; (word = next_word(&ids)).len;) nearest_offer(&nearest, word);
  }
  return nearest.best;
}

Prose prose_read(const ProseLanguage *language, Slice text) {
  Prose prose = {0};
  language->read(text, &prose);
  prose_protect(text, &prose);
  return prose;
}

void prose_free(Prose *self) {
  array_free(&self->parts);
  array_free(&self->formulas);
  array_free(&self->remarks);
}

bool prose_holds(const Prose *self, uint32_t offset) {
  size_t low = 0, high = self->parts.len;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (self->parts.items[middle].range.end < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low < self->parts.len && self->parts.items[low].range.start <= offset &&
         !prose_in_formula(self, offset);
}

bool prose_in_formula(const Prose *self, uint32_t offset) {
  size_t low = 0, high = self->formulas.len;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (self->formulas.items[middle].end <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low < self->formulas.len && self->formulas.items[low].start < offset;
}

// --- paragraphs ---

static uint32_t line_start(Slice text, uint32_t at, uint32_t floor) {
  while (at > floor && text.ptr[at - 1] != '\n') at--;
  return at;
}

static uint32_t line_end(Slice text, uint32_t at, uint32_t ceiling) {
  while (at < ceiling && text.ptr[at] != '\n') at++;
  return at;
}

static bool is_blank_line(Slice text, uint32_t start, uint32_t end) {
  return slice_trim(slice_range(text, (Range){start, end})).len == 0;
}

static uint32_t paragraph_start(Slice text, uint32_t offset, uint32_t floor) {
  uint32_t start = line_start(text, offset, floor);
  while (start > floor) {
    uint32_t above = line_start(text, start - 1, floor);
    if (is_blank_line(text, above, start)) break;
    start = above;
  }
  return start;
}

static uint32_t paragraph_end(Slice text, uint32_t offset, uint32_t ceiling) {
  uint32_t end = line_end(text, offset, ceiling);
  while (end < ceiling) {
    uint32_t below = line_end(text, end + 1, ceiling);
    if (is_blank_line(text, end, below)) break;
    end = below;
  }
  return end;
}

Range prose_paragraph(Slice text, uint32_t offset, uint32_t limit) {
  uint32_t len = (uint32_t)text.len;
  if (offset > len) offset = len;
  uint32_t floor = offset > limit ? offset - limit : 0;
  uint32_t ceiling = len - offset > limit ? offset + limit : len;
  return (Range){paragraph_start(text, offset, floor), paragraph_end(text, offset, ceiling)};
}

// What is found in a document that was edited, piece by piece, is what is found in it when it is
// read at once.
#include "random.h"
#include "world.h"

#include <glossary/lint/document/document.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const char GLOSSARY[] = "## Kernel\n- avoid: core, corn el\n\nA kernel is the core.\n\n"
                               "## Dry run\n- avoid: wet run, walk\n\nA dry run is a try.\n\n"
                               "## LoRA\n- match: case\n\nLoRA is an adapter.\n\n"
                               "## Slave\n- status: forbidden\n- see: Kernel\n\nNobody.\n";

// What the documents are made of. Words to be found come again in all that may hide them.
static const char *const MARKDOWN[] = {
    "core",
    "wet run",
    "wet\nrun",
    "lora",
    "Lora",
    "corn",
    "el",
    " ",
    "\n",
    "\n\n",
    "\n\n",
    "\n\n",
    "\n",
    "\r\n",
    "\n\r\n",
    "\n \n",
    "\r",
    "\n\n\n",
    "\t",
    "    ",
    "  ",
    "```\n",
    "```",
    "\n```\n",
    "~~~\n",
    "````\n",
    "``` core\n",
    "- ",
    "\n- ",
    "\n\n- ",
    "1. ",
    "\n\n1. core\n",
    "\n   ```\n",
    "\n  ```\n",
    "> ",
    "\n> ",
    "> ```\n",
    "- ```\n",
    "# ",
    "\n# core\n",
    "## core\n",
    "\n---\n",
    "---\n",
    "+++\n",
    "===\n",
    "<!--",
    "-->",
    "<!-- core",
    "<pre>\n",
    "</pre>\n",
    "<script>",
    "</script>\n",
    "<div>\n",
    "</div>\n",
    "<b>core</b>",
    "<?x ",
    "?>",
    "<![CDATA[",
    "]]>",
    "<!X ",
    "<code>",
    "</code>",
    "{{",
    "}}",
    "{%",
    "%}",
    "${",
    "}",
    "$",
    "$$",
    "`",
    "``",
    "*",
    "**",
    "_",
    "[core]",
    "[core][x]",
    "[x]: /core\n",
    "\n\n[x]: /u\n",
    "[core]: u\n\n",
    "[wet run][]",
    "[WET  run]: u\n",
    "\n[wet\nrun]: u 't'\n",
    "[",
    "]",
    "]:",
    "(core)",
    "[a](core",
    ")",
    "![core](x)",
    "[^1]",
    "\n[^1]: core\n",
    "[[core]]",
    "\\",
    "\\[",
    "\\]",
    "| core | el |\n",
    "|---|---|\n",
    "!!! note \"core\"\n",
    "\n::: core\n",
    "http://core.x",
    "core/",
    "/core/run",
    "a@core.x",
    "\xC3\xA9",
    "\xEF\xBB\xBF",
    "\f",
    "<a href=\"",
    "\">",
    "&amp;",
    "<!-- gloss-disable -->\n\n",
    "<!-- gloss-enable -->\n\n",
    "<!-- gloss-disable-next-line -->\n",
    "\n\n<!-- gloss-disable-next-line avoided-term(core) -->\n\n",
    "slave",
    "walks",
    "[//]: # (gloss-disable)\n",
    "[\xC3\x9F]",
    "[SS]: x\n",
    "[ss]",
    "\n\n[\xE1\xBA\x9E]: y\n\n",
    "> [x]: /u\n",
    "> [core\n> el]\n",
    "\n> [core el]: /u\n",
    "- [core\n  el]: u\n",
    NULL};

static const char *const PLAIN[] = {"core",
                                    "wet run",
                                    "wet\nrun",
                                    "lora",
                                    "\n",
                                    "\n\n",
                                    "\n\n",
                                    "\r\n",
                                    "\r\n\r\n",
                                    "\n \n",
                                    " ",
                                    "-",
                                    "--",
                                    "wet-",
                                    "run",
                                    "{{",
                                    "}}",
                                    "{%",
                                    "%}",
                                    "http://",
                                    "core.x",
                                    "/",
                                    "./",
                                    "@",
                                    ".",
                                    "\xC3\xA9",
                                    "\xEF\xBB\xBF",
                                    "\f",
                                    "\xE2\x80\x8B",
                                    ":",
                                    "C:\\",
                                    "#",
                                    "# x\n",
                                    "Signed-off-by: core\n",
                                    "slave",
                                    NULL};

typedef struct {
  const char *language;
  const char *const *pieces;
} Family;

static const Family FAMILIES[] = {
    {"markdown", MARKDOWN}, {"markdown", MARKDOWN}, {"plaintext", PLAIN}, {"git-commit", PLAIN},
    {"gloss", MARKDOWN},    {"mdx", MARKDOWN},      {"html", MARKDOWN},   {"", PLAIN}};

enum { FAMILY_COUNT = sizeof FAMILIES / sizeof *FAMILIES, LONGEST = 4096 };

typedef struct {
  char bytes[LONGEST + 256];
  size_t len;
} Made;

static Made made(const Family *family, uint32_t pieces) {
  Made made = {.len = 0};
  uint32_t count = 0;
  while (family->pieces[count]) count++;
  while (pieces-- && made.len < LONGEST) {
    const char *piece = family->pieces[random_below(count)];
    memcpy(made.bytes + made.len, piece, strlen(piece));
    made.len += strlen(piece);
  }
  return made;
}

// --- one document, held in three ways ---

typedef struct {
  DocumentPlace place;
  RuleSettings settings;
  DocumentLint *kept;
  Text *text;
} Document;

static RuleSettings everything(void) {
  RuleSettings settings = rule_settings_none();
  size_t count;
  const RuleInfo *const *rules = lint_rules(&count);
  for (size_t i = 0; i < count; i++) rule_settings_set(&settings, rules[i], SEVERITY_WARNING);
  return settings;
}

static bool same_fix(const Fix *a, const Fix *b) {
  bool same = slice_eq(a->title, b->title) && a->edit_count == b->edit_count;
  for (uint32_t i = 0; same && i < a->edit_count; i++)
    same = a->edits[i].range.start == b->edits[i].range.start &&
           slice_eq(a->edits[i].text, b->edits[i].text);
  return same;
}

static bool same_finding(const Finding *a, const Finding *b) {
  bool same = a->rule == b->rule && a->severity == b->severity &&
              a->range.start == b->range.start && a->range.end == b->range.end &&
              slice_eq(a->message, b->message) && slice_eq(a->subject, b->subject) &&
              a->fix_count == b->fix_count && a->related_count == b->related_count;
  for (uint32_t i = 0; same && i < a->fix_count; i++) same = same_fix(&a->fixes[i], &b->fixes[i]);
  return same;
}

static void show(const char *what, const Findings *findings) {
  for (uint32_t i = 0; i < findings->count; i++)
    printf("%s %u-%u %s %.*s\n", what, findings->items[i].range.start, findings->items[i].range.end,
           findings->items[i].rule->id, SLICE_FMT(findings->items[i].message));
}

static void show_text(Slice text) {
  for (size_t i = 0; i < text.len; i++) {
    unsigned char c = (unsigned char)text.ptr[i];
    if (c == '\n')
      printf("\\n\n");
    else if (c < ' ' || c >= 0x7F || c == '\\')
      printf("\\x%02x", c);
    else
      putchar(c);
  }
  putchar('\n');
}

static void compare(const Document *document, const char *what, const Findings *found,
                    const Findings *wanted) {
  bool same = found->count == wanted->count;
  for (uint32_t i = 0; same && i < found->count; i++)
    same = same_finding(&found->items[i], &wanted->items[i]);
  if (same) return;
  show_text(text_bytes(document->text));
  show(what, found);
  show("whole", wanted);
  fail();
}

static Findings check_fresh(const Document *document, uint32_t least, DocumentLint **lint,
                            Arena *arena) {
  *lint = document_lint_cut(least);
  return document_lint_check(*lint, &document->place, document->text, arena);
}

static void check(const Document *document) {
  Arena *arena = arena_new();
  DocumentLint *cut, *whole;
  Findings kept = document_lint_check(document->kept, &document->place, document->text, arena);
  Findings in_pieces = check_fresh(document, 1, &cut, arena);
  Findings at_once = check_fresh(document, UINT32_MAX, &whole, arena);
  compare(document, "pieces", &in_pieces, &at_once);
  compare(document, "kept", &kept, &at_once);
  document_lint_delete(cut);
  document_lint_delete(whole);
  arena_delete(arena);
}

static void edit(Document *document, const Family *family) {
  uint32_t len = text_len(document->text), start = random_below(len + 1);
  uint32_t removed = random_below(3) ? random_below(6) : random_below(len + 1);
  if (removed > len - start) removed = len - start;
  if (len > LONGEST) start = 0, removed = len;
  Made added = made(family, random_below(4));
  Range range = {start, start + removed};
  text_replace(document->text, range, slice_new(added.bytes, added.len));
  document_lint_edit(document->kept, range, (uint32_t)added.len);
  if (random_below(3) == 0)
    document_lint_work(document->kept, &document->place, document->text, random_below(200));
}

static void run_document(const World *world, const Family *family, int edits) {
  static const uint32_t LEAST[] = {1, 1, 10, 50, 300};
  Made begin = made(family, random_below(random_below(2) ? 20 : 200));
  Document document = {.settings = everything()};
  document.place =
      (DocumentPlace){.terms = world->terms,
                      .language = prose_language(slice_of(family->language), SLICE("")),
                      .settings = &document.settings};
  document.kept = document_lint_cut(LEAST[random_below(sizeof LEAST / sizeof *LEAST)]);
  document.text = text_new(slice_new(begin.bytes, begin.len));
  check(&document);
  for (int i = 0; i < edits; i++) {
    edit(&document, family);
    if (random_below(4)) check(&document);
  }
  document_lint_delete(document.kept);
  text_delete(document.text);
}

static void documents_through_edits(void **state) {
  World *world = *state;
  world_put(world, "/w/a.gloss.md", "/w", GLOSSARY);
  uint32_t seed = random_seed();
  const char *given = getenv("ROUNDS");
  int rounds = given ? atoi(given) : 1500;
  for (int round = 0; round < rounds; round++) {
    random_state = seed + (uint32_t)round;
    print_message("%s", ""); // a failure names its round
    run_document(world, &FAMILIES[round % FAMILY_COUNT], 12);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(documents_through_edits, world_set_up, world_tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

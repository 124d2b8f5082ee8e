// What is found in a document that was edited, piece by piece, is what is found in it when it is
// read at once.
#include "document_pieces.h"
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

enum { LONGEST = 4096 };

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

static void check(Document *document) {
  Arena *arena = arena_new();
  document->place.settings = &document->settings;
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

static Document document_new(const World *world, const char *language, Slice bytes,
                             uint32_t least) {
  return (Document){
      .place = {.terms = world->terms, .language = prose_language(slice_of(language), SLICE(""))},
      .settings = everything(),
      .kept = document_lint_cut(least),
      .text = text_new(bytes)};
}

static void document_free(Document *self) {
  document_lint_delete(self->kept);
  text_delete(self->text);
}

static void run_document(const World *world, const Family *family, int edits) {
  static const uint32_t LEAST[] = {1, 1, 10, 50, 300};
  Made begin = made(family, random_below(random_below(2) ? 20 : 200));
  Document document = document_new(world, family->language, slice_new(begin.bytes, begin.len),
                                   LEAST[random_below(sizeof LEAST / sizeof *LEAST)]);
  check(&document);
  for (int i = 0; i < edits; i++) {
    edit(&document, family);
    if (random_below(4)) check(&document);
  }
  document_free(&document);
}

static void check_bytes(const World *world, const char *bytes) {
  Document document = document_new(world, "markdown", slice_of(bytes), STRETCH_LEAST);
  check(&document);
  document_free(&document);
}

// md4c takes the offset of `far`, 0x104, for the kind of a block, if it stands there.
static void write_far(char *out, uint32_t before, const char *list) {
  memset(out, 'a', before);
  strcpy(out + before, list);
}

static void lists_read_alike_everywhere(void **state) {
  World *world = *state;
  static const char *const LISTS[] = {
      "\n\n- far\n\n\n  ```\n\n\nwet run\n",                      // a paragraph and two empty lines
      "\n\n- # far\n\n  ```\n\n\nwet run\n",                      // a heading
      "\n\n- ~~~\n  far\n  ~~~\n\n  ```\n\n\nwet run\n",          // code: its end
      "\n\n- far\n  ===\n\n  ```\n\n\nwet run\n",                 // what is underlined
      "\n\n-   far\n\n    [x]: /u\n\n\n    core\n\n\n    core\n", // a definition goes away
  };
  world_put(world, "/w/a.gloss.md", "/w", GLOSSARY);
  for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++)
    for (uint32_t before = 230; before < 270; before++) {
      char bytes[512];
      write_far(bytes, before, LISTS[i]);
      check_bytes(world, bytes);
    }
}

static void comments_end_with_their_paragraph(void **state) {
  World *world = *state;
  world_put(world, "/w/a.gloss.md", "/w", GLOSSARY);
  check_bytes(world, "x<!--gloss-\n\nx<!--gloss-dile-->");
  check_bytes(world, "x<!--\n\ngloss-<!--gloss-ble-->");
  check_bytes(world, "x<!--gloss-\n<!--\n```-->\n\ncore");
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

// Ways of writing one term, and a long name with its letters.
static const char *const WRITTEN[] = {"dry run",
                                      "dry-run",
                                      "dryrun",
                                      "Dry-Runs",
                                      "dry\nrun",
                                      " ",
                                      " ",
                                      ", ",
                                      ". ",
                                      "\n",
                                      "\n\n",
                                      "\n\n",
                                      "NOC",
                                      " NOC ",
                                      "NOCs",
                                      "(NOC)",
                                      "network operations centre",
                                      "NOC, or network operations centre",
                                      "| NOC | network operations centre |\n",
                                      "|---|---|\n",
                                      "R&D",
                                      "XIV",
                                      "the",
                                      "\n# ",
                                      "\n\n- ",
                                      "**",
                                      "`",
                                      "\n```\n",
                                      "\n\n<!-- gloss-disable-next-line -->\n",
                                      NULL};

// What is said of the whole document is made of what its stretches note.
static void mentions_through_edits(void **state) {
  static const Family WRITING[] = {{"markdown", WRITTEN}, {"plaintext", WRITTEN}, {"", WRITTEN}};
  World *world = *state;
  world_put(world, "/w/a.gloss.md", "/w", GLOSSARY);
  uint32_t seed = random_seed();
  for (uint32_t round = 0; round < 600; round++) {
    random_state = seed + round;
    run_document(world, &WRITING[round % 3], 12);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(lists_read_alike_everywhere, world_set_up, world_tear_down),
      cmocka_unit_test_setup_teardown(comments_end_with_their_paragraph, world_set_up,
                                      world_tear_down),
      cmocka_unit_test_setup_teardown(documents_through_edits, world_set_up, world_tear_down),
      cmocka_unit_test_setup_teardown(mentions_through_edits, world_set_up, world_tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

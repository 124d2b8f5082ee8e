// Whatever a glossary holds, a hover is read by a Markdown renderer as text: no raw HTML, no link
// that leads anywhere but to the places that are let through, and nothing that is left open.
#include "random.h"

#include <glossary/base/array.h>
#include <lsp/feature/hover.h>
#include <lsp/markdown/markdown.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>
#include <md4c.h>

#define SENTINEL "sentinel of our own"
#define PIECE(literal)                                                                             \
  { (literal), sizeof(literal) - 1 }

static const Slice PIECES[] = {
    PIECE("<script>x</script>"),
    PIECE("<b title=\"`\">"),
    PIECE("</b>"),
    PIECE("<!-- "),
    PIECE(" -->"),
    PIECE("<!-- gloss-disable x -->"),
    PIECE("<javascript:x>"),
    PIECE("<command:run>"),
    PIECE("<https://example.org/a>"),
    PIECE("<?x?>"),
    PIECE("[a](command:run)"),
    PIECE("[a](JavaScript:x)"),
    PIECE("[a](java&#115;cript:x)"),
    PIECE("![a](data:text/html,x)"),
    PIECE("[a](<command:x>)"),
    PIECE("[a](https://example.org)"),
    PIECE("\n[a]: command:run\n"),
    PIECE("\n[a]: <command:run> \"t\"\n"),
    PIECE("[a]"),
    PIECE("[a][a]"),
    PIECE("[a](<!-- gloss-x -->command:x)"),
    PIECE("[[a]]"),
    PIECE("[[a|b]]"),
    PIECE("[["),
    PIECE("]]"),
    PIECE("["),
    PIECE("]"),
    PIECE("("),
    PIECE(")"),
    PIECE("command:x"),
    PIECE(":"),
    PIECE("\\"),
    PIECE("`"),
    PIECE("``"),
    PIECE("```"),
    PIECE("\n```c\n"),
    PIECE("\n```\n"),
    PIECE(" ```python print(1) ``` "),
    PIECE("\n~~~\n"),
    PIECE("~~"),
    PIECE("$$"),
    PIECE("$x_1$"),
    PIECE("\n| a | b |\n|---|---|\n| `c | d` |\n"),
    PIECE(" | a | b | |---|---| | `c` | <b> | "),
    PIECE("|"),
    PIECE("\n- item\n"),
    PIECE("\n  - item\n"),
    PIECE("\n        - item\n"),
    PIECE("\n1. one\n"),
    PIECE(" - **Key**: text"),
    PIECE(" \xE2\x80\xA2 text"),
    PIECE(" ## "),
    PIECE("\n### "),
    PIECE(" --- "),
    PIECE("\n> "),
    PIECE("**"),
    PIECE("**Title**"),
    PIECE("**Title:** "),
    PIECE("*"),
    PIECE("_"),
    PIECE("\n\n"),
    PIECE("\n"),
    PIECE("\r\n"),
    PIECE("\r"),
    PIECE("\t"),
    PIECE("    "),
    PIECE("  \n"),
    PIECE("\0"),
    PIECE("\xE2\x80\xAE"),
    PIECE("\xFF\xC3"),
    PIECE("&lt;b&gt;"),
    PIECE("&#60;b>"),
    PIECE(". "),
    PIECE(". A sentence. "),
    PIECE("Words of a text"),
    PIECE("A long sentence which goes on for a while until it has filled some of the room. "),
};

typedef Array(char) Bytes;

static Slice contents(const Bytes *bytes) {
  return slice_new(bytes->items, bytes->len);
}

static void add(Bytes *bytes, Slice piece) {
  array_append(bytes, piece.ptr, piece.len);
}

// --- a renderer ---

typedef struct {
  const char *wrong; // what nobody may write into a hover
  int code;          // how many blocks of code, quotes and tables are open
  Bytes text;        // of paragraphs
} Render;

// What is no scheme leads to a place beside the glossary; `&` could spell anything but a `<`.
static bool is_let_through(Slice target) {
  static const char *const schemes[] = {"http", "https", "mailto", "file"};
  size_t colon = 0;
  while (colon < target.len &&
         (byte_is_alnum(target.ptr[colon]) || memchr("+.-", target.ptr[colon], 3)))
    colon++;
  if (colon < target.len && target.ptr[colon] == '&')
    return slice_starts_with(slice_from(target, colon), SLICE("&lt;"));
  if (colon == target.len || target.ptr[colon] != ':') return true;
  for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
    if (slice_eq_ascii_case(slice_to(target, colon), slice_of(schemes[i]))) return true;
  return false;
}

static void look_at_target(Render *self, const MD_ATTRIBUTE *target) {
  if (!is_let_through(slice_new(target->text, target->size))) self->wrong = "a link that leads out";
}

static bool holds_text(MD_BLOCKTYPE type) {
  return type == MD_BLOCK_DOC || type == MD_BLOCK_P;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *data) {
  Render *self = data;
  (void)detail;
  if (type == MD_BLOCK_HTML) self->wrong = "a block of HTML";
  self->code += !holds_text(type);
  return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *data) {
  Render *self = data;
  (void)detail;
  self->code -= !holds_text(type);
  return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *data) {
  Render *self = data;
  if (type == MD_SPAN_A) look_at_target(self, &((MD_SPAN_A_DETAIL *)detail)->href);
  if (type == MD_SPAN_IMG) look_at_target(self, &((MD_SPAN_IMG_DETAIL *)detail)->src);
  return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *data) {
  (void)type, (void)detail, (void)data;
  return 0;
}

static int take_text(MD_TEXTTYPE type, const char *text, MD_SIZE len, void *data) {
  Render *self = data;
  if (type == MD_TEXT_HTML) self->wrong = "HTML";
  if (type == MD_TEXT_NORMAL && !self->code) add(&self->text, slice_new(text, len));
  return 0;
}

static Render rendered(Slice markdown, unsigned flags) {
  static const MD_PARSER callbacks = {.enter_block = enter_block,
                                      .leave_block = leave_block,
                                      .enter_span = enter_span,
                                      .leave_span = leave_span,
                                      .text = take_text};
  Render self = {0};
  MD_PARSER parser = callbacks;
  parser.flags = flags;
  assert_int_equal(md_parse(markdown.ptr, (MD_SIZE)markdown.len, &parser, &self), 0);
  return self;
}

// As a literal: NULs and other unseen bytes are told.
static Slice quoted(Slice bytes, Arena *arena) {
  Bytes out = {0};
  for (size_t i = 0; i < bytes.len; i++) {
    char c = bytes.ptr[i];
    bool seen = c >= ' ' && c != '\\' && c != 0x7F;
    add(&out, seen ? slice_new(&c, 1) : arena_format(arena, "\\x%02X", (unsigned char)c));
  }
  Slice text = arena_copy(arena, contents(&out));
  array_free(&out);
  return text;
}

static void assert_safe(Slice markdown, Slice made_of, Arena *arena) {
  static const unsigned dialects[] = {MD_DIALECT_COMMONMARK, MD_DIALECT_GITHUB};
  for (size_t i = 0; i < sizeof dialects / sizeof *dialects; i++) {
    Render self = rendered(markdown, dialects[i]);
    bool shown = slice_ends_with(contents(&self.text), SLICE(SENTINEL));
    if (self.wrong || !shown)
      fail_msg("%s in\n«%.*s»\nmade of\n«%.*s»", shown ? self.wrong : "something is open",
               SLICE_FMT(quoted(markdown, arena)), SLICE_FMT(quoted(made_of, arena)));
    array_free(&self.text);
  }
}

// --- bodies ---

static void make_body(Bytes *body, uint32_t pieces) {
  body->len = 0;
  for (uint32_t i = 0; i < pieces; i++) {
    Slice piece = PIECES[random_below(sizeof PIECES / sizeof *PIECES)];
    add(body, piece);
    if (random_below(3) == 0) add(body, SLICE(" "));
  }
}

static Slice with_sentinel(Slice markdown, Arena *arena) {
  Bytes bytes = {0};
  add(&bytes, markdown);
  add(&bytes, SLICE("\n\n" SENTINEL));
  Slice all = arena_copy(arena, contents(&bytes));
  array_free(&bytes);
  return all;
}

static void check_entry(const Entry *entry, Slice body, Arena *arena) {
  Slice shown = describe_entry(entry, true, arena);
  assert_safe(with_sentinel(shown, arena), body, arena);
  describe_entry(entry, false, arena);
}

// As the body of an entry, in both dialects.
static void check_body(Slice body, Arena *arena) {
  static const Slice heads[] = {PIECE("## Term\n\n"), PIECE("\nterm, kind\n\n")};
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
    Bytes file = {0};
    add(&file, heads[i]);
    add(&file, body);
    GlossaryFile *glossary = glossary_file_new(SLICE("/g"), (Slice){0}, contents(&file));
    for (size_t j = 0; j < glossary->entries.len; j++)
      check_entry(glossary->entries.items[j], body, arena);
    glossary_file_delete(glossary);
    array_free(&file);
  }
}

static void test_random_bodies(void **state) {
  (void)state;
  Arena *arena = arena_new();
  Bytes body = {0};
  random_state = random_seed();
  for (int round = 0; round < 40000; round++) {
    arena_reset(arena);
    make_body(&body, 1 + random_below(round % 20 ? 12 : 200));
    check_body(contents(&body), arena);
  }
  array_free(&body);
  arena_delete(arena);
}

// Wherever it is cut.
static void test_cut_anywhere(void **state) {
  (void)state;
  Arena *arena = arena_new();
  Bytes body = {0};
  random_state = random_seed();
  for (int round = 0; round < 20000; round++) {
    bool cut;
    arena_reset(arena);
    make_body(&body, 30);
    MarkdownRoom room = {random_below(400), random_below(30)};
    Slice shown = markdown_beginning(contents(&body), room, arena, &cut);
    assert_true(shown.len <= body.len + 8);
    assert_safe(with_sentinel(markdown_safe(shown, arena), arena), contents(&body), arena);
  }
  array_free(&body);
  arena_delete(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_random_bodies),
      cmocka_unit_test(test_cut_anywhere),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

// Open documents: after any edits the text is what the editor holds, also for a glossary.
#include "random.h"

#include <lsp/workspace/documents.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

// What the editor holds: plain bytes, and positions counted the obvious way.
typedef struct {
  char bytes[2048];
  uint32_t len;
} Mirror;

static Position mirror_position(const Mirror *mirror, uint32_t offset) {
  Position position = {0, 0};
  for (uint32_t i = 0; i < offset; i++) {
    bool ends = mirror->bytes[i] == '\n';
    position =
        ends ? (Position){position.line + 1, 0} : (Position){position.line, position.character + 1};
  }
  return position;
}

static void mirror_replace(Mirror *mirror, uint32_t start, uint32_t end, Slice text) {
  memmove(mirror->bytes + start + text.len, mirror->bytes + end, mirror->len - end);
  if (text.len) memcpy(mirror->bytes + start, text.ptr, text.len);
  mirror->len += (uint32_t)text.len - (end - start);
}

static const char *const pieces[] = {
    "## ",   "a",     "\n",    "Alpha\n",   "\n\n", "", "- aliases: b\n",
    "[[x]]", "# T\n", "```\n", "word word "};

static Slice random_piece(void) {
  return slice_of(pieces[random_below(sizeof pieces / sizeof *pieces)]);
}

static TextChange random_change(Mirror *mirror) {
  uint32_t start = random_below(mirror->len + 1);
  uint32_t end = start + random_below(mirror->len - start + 1) % 20;
  TextChange change = {.start = mirror_position(mirror, start),
                       .end = mirror_position(mirror, end),
                       .text = random_piece()};
  mirror_replace(mirror, start, end, change.text);
  return change;
}

static TextChange whole_change(Mirror *mirror) {
  mirror_replace(mirror, random_below(mirror->len + 1), mirror->len, random_piece());
  return (TextChange){.whole = true, .text = slice_new(mirror->bytes, mirror->len)};
}

static void assert_same_entries(const GlossaryFile *file, const Mirror *mirror, uint32_t seed) {
  GlossaryFile *fresh =
      glossary_file_new(SLICE("/f"), (Slice){0}, slice_new(mirror->bytes, mirror->len));
  if (file->entries.len != fresh->entries.len)
    fail_msg("seed %u: %zu entries, not %zu", seed, file->entries.len, fresh->entries.len);
  for (size_t i = 0; i < file->entries.len; i++) {
    Range a = entry_range(file->entries.items[i]), b = entry_range(fresh->entries.items[i]);
    assert_int_equal(a.start, b.start);
    assert_int_equal(a.end, b.end);
    assert_true(slice_eq(file->entries.items[i]->name, fresh->entries.items[i]->name));
  }
  glossary_file_delete(fresh);
}

static Document *open_document(Documents *documents, const char *uri, Slice language, Slice text) {
  return documents_open(documents,
                        &(Opening){.uri = slice_of(uri), .language = language, .text = text});
}

static void check_random(uint32_t seed, Slice language) {
  random_state = seed;
  Glossary *glossary = glossary_new();
  Documents *documents = documents_new(glossary);
  Mirror mirror = {.len = 0};
  Document *document = open_document(documents, "file:///f", language, (Slice){0});
  for (int i = 0; i < 60; i++) {
    TextChange changes[3];
    size_t count = 0;
    bool whole = random_below(8) == 0;
    if (whole) changes[count++] = whole_change(&mirror);
    while (!whole && count < 1 + random_below(3)) changes[count++] = random_change(&mirror);
    if (mirror.len > sizeof mirror.bytes - 200) break;
    assert_true(documents_change(documents, document, changes, count, ENCODING_UTF16));
    Slice text = text_bytes(document_text(documents, document));
    if (!slice_eq(text, slice_new(mirror.bytes, mirror.len))) fail_msg("seed %u, edit %d", seed, i);
  }
  if (document->is_glossary) assert_same_entries(document_file(documents, document), &mirror, seed);
  documents_delete(documents);
  glossary_delete(glossary);
}

static void test_random_edits_of_a_document(void **state) {
  (void)state;
  for (uint32_t seed = 1; seed <= 200; seed++) check_random(seed, SLICE("markdown"));
}

static void test_random_edits_of_a_glossary(void **state) {
  (void)state;
  for (uint32_t seed = 1; seed <= 200; seed++) check_random(seed, SLICE("gloss"));
}

static void test_which_documents_are_glossaries(void **state) {
  (void)state;
  Glossary *glossary = glossary_new();
  Documents *documents = documents_new(glossary);
  static const struct {
    const char *uri, *language;
    bool is_glossary;
  } cases[] = {
      {"file:///a.gloss", "", true},          {"file:///b.gloss.md", "markdown", true},
      {"file:///glossary.MD", "", true},      {"file:///c.md", "markdown", false},
      {"untitled:Untitled-1", "gloss", true}, {"untitled:x.gloss", "", false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Document *document =
        open_document(documents, cases[i].uri, slice_of(cases[i].language), SLICE("## A\n"));
    assert_int_equal(document->is_glossary, cases[i].is_glossary);
    assert_ptr_equal(documents_find(documents, slice_of(cases[i].uri)), document);
  }
  assert_int_equal(store_file_count(glossary->store), 4);
  documents_delete(documents);
  glossary_delete(glossary);
}

static void test_one_document_by_two_uris(void **state) {
  (void)state;
  Glossary *glossary = glossary_new();
  Documents *documents = documents_new(glossary);
  open_document(documents, "file:///a%20b.md", SLICE(""), SLICE("one"));
  open_document(documents, "file:///x/../a b.md", SLICE(""), SLICE("two"));
  assert_int_equal(documents_count(documents), 1);
  Document *document = documents_find(documents, SLICE("file:///a%20b.md"));
  assert_non_null(document);
  assert_true(slice_eq(text_bytes(document_text(documents, document)), SLICE("two")));
  documents_close(documents, document);
  assert_null(documents_find(documents, SLICE("file:///a%20b.md")));
  documents_delete(documents);
  glossary_delete(glossary);
}

static void test_reversed_and_far_positions(void **state) {
  (void)state;
  Glossary *glossary = glossary_new();
  Documents *documents = documents_new(glossary);
  Document *document = open_document(documents, "file:///a", SLICE(""), SLICE("one\ntwo"));
  TextChange reversed = {.start = {0, 2}, .end = {0, 1}, .text = SLICE("N")};
  TextChange far = {.start = {9, 9}, .end = {UINT32_MAX, UINT32_MAX}, .text = SLICE("!")};
  documents_change(documents, document, (TextChange[]){reversed, far}, 2, ENCODING_UTF16);
  assert_true(slice_eq(text_bytes(document_text(documents, document)), SLICE("oNe\ntwo!")));
  documents_delete(documents);
  glossary_delete(glossary);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_random_edits_of_a_document),
      cmocka_unit_test(test_random_edits_of_a_glossary),
      cmocka_unit_test(test_which_documents_are_glossaries),
      cmocka_unit_test(test_one_document_by_two_uris),
      cmocka_unit_test(test_reversed_and_far_positions),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

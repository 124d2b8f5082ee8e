// Reads the documents of tests/cases/prose, one a language, each a valid one: the word `prose`
// stands wherever there is running text, `remark` in comments to Gloss, and `never` wherever there
// is neither. Every word must be where it says it is. A document is read by the language its name
// asks for.
#include "parts.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct {
  const char *name;
  Slice text;
  Prose prose;
  int running, remarks, other; // how many words of each kind
  int wrong;
} Sample;

static char *read_file(const char *path, size_t *len) {
  enum { LARGEST = 1 << 20 };
  char *bytes = malloc(LARGEST);
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  *len = fread(bytes, 1, LARGEST, file);
  assert_true(*len > 0 && *len < LARGEST);
  fclose(file);
  return bytes;
}

static uint32_t line_of(Slice text, size_t at) {
  uint32_t line = 1;
  for (size_t i = 0; i < at; i++) line += text.ptr[i] == '\n';
  return line;
}

static bool lies_in_part(const Prose *prose, Range range) {
  for (size_t i = 0; i < prose->parts.len; i++) {
    Range part = prose->parts.items[i].range;
    if (part.start <= range.start && range.end <= part.end)
      return !prose_in_formula(prose, range.start);
  }
  return false;
}

static bool lies_in_remark(const Prose *prose, Range range) {
  for (size_t i = 0; i < prose->remarks.len; i++) {
    Range content = prose->remarks.items[i].content;
    if (content.start <= range.start && range.end <= content.end) return true;
  }
  return false;
}

typedef enum { NOTHING, RUNNING, REMARK } Kind;
static const char *const KINDS[] = {"nothing", "running text", "a comment to Gloss"};

static Kind kind_of(const Prose *prose, Range range) {
  if (lies_in_part(prose, range)) return RUNNING;
  return lies_in_remark(prose, range) ? REMARK : NOTHING;
}

static void check_word(Sample *self, size_t at, Slice word, Kind wanted) {
  Kind kind = kind_of(&self->prose, (Range){(uint32_t)at, (uint32_t)(at + word.len)});
  if (kind == wanted) return;
  print_error("%s:%u: this \"%.*s\" is %s\n", self->name, line_of(self->text, at), SLICE_FMT(word),
              KINDS[kind]);
  self->wrong++;
}

static void check_words(Sample *self, Slice word, Kind wanted, int *count) {
  for (size_t at = 0; at + word.len <= self->text.len; at++) {
    if (!slice_starts_with(slice_from(self->text, at), word)) continue;
    check_word(self, at, word, wanted);
    ++*count;
  }
}

static int check_sample(const char *path, const char *name) {
  size_t len;
  char *bytes = read_file(path, &len);
  Sample self = {.name = name, .text = slice_new(bytes, len)};
  const ProseLanguage *language = prose_language(SLICE(""), slice_of(name));
  assert_non_null(language);
  self.prose = prose_read(language, self.text);
  parts_check_order(self.text, &self.prose);
  check_words(&self, SLICE("prose"), RUNNING, &self.running);
  check_words(&self, SLICE("remark"), REMARK, &self.remarks);
  check_words(&self, SLICE("never"), NOTHING, &self.other);
  if (!self.running || !self.other) fail_msg("%s marks nothing", name);
  prose_free(&self.prose);
  free(bytes);
  return self.wrong;
}

static void every_word_is_where_it_says(void **state) {
  (void)state;
  char path[4096];
  int samples = 0, wrong = 0;
  DIR *folder = opendir(GLOSS_CASES "/prose");
  assert_non_null(folder);
  for (struct dirent *item; (item = readdir(folder));) {
    if (item->d_name[0] == '.') continue;
    snprintf(path, sizeof path, GLOSS_CASES "/prose/%s", item->d_name);
    wrong += check_sample(path, item->d_name);
    samples++;
  }
  closedir(folder);
  assert_int_equal(wrong, 0);
  assert_true(samples > 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(every_word_is_where_it_says)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

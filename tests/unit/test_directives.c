// Comments that suppress findings: how they are read, and what they do. Texts are C here, and a
// finding stands wherever `!rule(term)` is written.
#include "random.h"

#include <glossary/lint/suppress/directives.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

typedef Array(char) Buffer;

static void append(Buffer *out, Slice text) {
  array_append(out, text.ptr, text.len);
}

static Slice contents(const Buffer *buffer) {
  return slice_new(buffer->items, buffer->len);
}

// --- reading ---

static Directives read_text(Slice text, Arena *arena) {
  Directives directives = {0};
  Prose prose = prose_read(prose_language(SLICE("c"), (Slice){0}), text);
  directives_read(text, prose.remarks.items, prose.remarks.len, &directives, arena);
  prose_free(&prose);
  return directives;
}

static void write_directive(Buffer *out, const Directive *directive, Slice text, Arena *arena) {
  static const char *const KINDS[] = {"next", "disable", "enable", "file", "unknown"};
  append(out, arena_format(arena, "%s", KINDS[directive->kind]));
  for (uint32_t i = 0; i < directive->rule_count; i++) {
    DirectiveRule rule = directive->rules[i];
    append(out, arena_format(arena, " %.*s<%.*s>", SLICE_FMT(rule.rule), SLICE_FMT(rule.term)));
    Slice written = slice_range(text, range_shift(rule.range, directive->range.start));
    assert_true(slice_starts_with(written, rule.rule));
  }
  Slice name = slice_range(text, range_shift(directive->name, directive->range.start));
  assert_true(slice_eq(name, directive->word));
  append(out, arena_format(arena, " -- %.*s;", SLICE_FMT(directive->reason)));
}

static void check_read(const char *text, const char *wanted) {
  Arena *arena = arena_new();
  Directives directives = read_text(slice_of(text), arena);
  Buffer found = {0};
  for (size_t i = 0; i < directives.len; i++)
    write_directive(&found, &directives.items[i], slice_of(text), arena);
  if (!slice_eq(contents(&found), slice_of(wanted)))
    fail_msg("[%s]: [%.*s], not [%s]", text, (int)found.len, found.items, wanted);
  array_free(&found);
  array_free(&directives);
  arena_delete(arena);
}

static void rules_and_reasons_are_read(void **state) {
  (void)state;
  check_read("// gloss-disable", "disable -- ;");
  check_read("// gloss-disable a b,c , d", "disable a<> b<> c<> d<> -- ;");
  check_read("// gloss-enable a", "enable a<> -- ;");
  check_read("// gloss-disable-file a -- why, (so)", "file a<> -- why, (so);");
  check_read("// gloss-disable-next-line --", "next -- ;");
  check_read("// gloss-disable -- why -- not", "disable -- why -- not;");
  check_read("// gloss-disable a--b --- why", "disable a--b<> -- why;");
  check_read("/* gloss-disable a\n * b\n   -- why */", "disable a<> b<> -- why;");
  check_read("/* gloss-disable a */ /* gloss-enable */", "disable a<> -- ;enable -- ;");
  check_read("// gloss-disable a \\\n b", "disable a<> b<> -- ;");
}

static void terms_are_read(void **state) {
  (void)state;
  check_read("// gloss-disable a(b) c", "disable a<b> c<> -- ;");
  check_read("// gloss-disable a( b  c, d )", "disable a<b  c, d> -- ;");
  check_read("// gloss-disable a (b)(c) d", "disable a<b> <c> d<> -- ;");
  check_read("// gloss-disable a(f(x) (y)) b", "disable a<f(x) (y)> b<> -- ;");
  check_read("// gloss-disable a(b -- c) -- d", "disable a<b -- c> -- d;");
  check_read("// gloss-disable a()", "disable a<> -- ;");
  check_read("// gloss-disable a(b c", "disable a<b c> -- ;");
  check_read("// gloss-disable a)b", "disable a)b<> -- ;");
}

static void what_is_meant_for_a_directive_is_told(void **state) {
  (void)state;
  check_read("// gloss-disable-nextline a", "unknown a<> -- ;");
  check_read("// gloss-disable: a", "unknown a<> -- ;");
  check_read("// gloss-ignore bad-encoding", "unknown bad-encoding<> -- ;");
  check_read("// gloss-based rendering", "");
  check_read("// gloss-", "");
  check_read("// Gloss-disable a", "");
}

// --- applying ---

static const RuleInfo *rule_at(Slice text, size_t at, Slice *term, size_t *len) {
  Slice rest = slice_from(text, at);
  size_t end = 0;
  while (end < rest.len && rest.ptr[end] != '(') end++;
  const RuleInfo *rule = rule_named(slice_to(rest, end));
  assert_non_null(rule);
  size_t close = end;
  while (rest.ptr[close] != ')') close++;
  *term = slice_range(rest, (Range){(uint32_t)end + 1, (uint32_t)close});
  *len = close + 1;
  return rule;
}

static Findings findings_in(Slice text, Arena *arena) {
  Findings findings = {arena_array(arena, Finding, text.len), 0};
  for (uint32_t at = 0; at < text.len; at++) {
    if (text.ptr[at] != '!') continue;
    Finding *finding = &findings.items[findings.count++];
    size_t len;
    finding->rule = rule_at(text, at + 1, &finding->subject, &len);
    finding->range = (Range){at, at + 1 + (uint32_t)len};
    finding->severity = SEVERITY_ERROR;
  }
  return findings;
}

static Findings apply(Slice bytes, const RuleSettings *settings, Arena *arena) {
  Directives directives = read_text(bytes, arena);
  Findings findings = findings_in(bytes, arena);
  Text *text = text_new(bytes);
  directives_apply(&directives, text, settings, &findings, arena);
  text_delete(text);
  array_free(&directives);
  return findings;
}

static bool is_unused(const Finding *finding) {
  return slice_eq(slice_of(finding->rule->id), SLICE("unused-suppression"));
}

// What is left: what is written of findings, and the messages of comments that do nothing.
static void check_settled(const char *text, const RuleSettings *settings, const char *wanted) {
  Arena *arena = arena_new();
  Findings findings = apply(slice_of(text), settings, arena);
  Buffer found = {0};
  for (uint32_t i = 0; i < findings.count; i++) {
    Finding finding = findings.items[i];
    Slice written = slice_range(slice_of(text), finding.range);
    append(&found, is_unused(&finding) ? finding.message : written);
    append(&found, SLICE("\n"));
  }
  if (!slice_eq(contents(&found), slice_of(wanted)))
    fail_msg("[%s]:\n[%.*s]\nnot\n[%s]", text, (int)found.len, found.items, wanted);
  array_free(&found);
  arena_delete(arena);
}

static void check(const char *text, const char *wanted) {
  RuleSettings none = rule_settings_none();
  check_settled(text, &none, wanted);
}

#define A "bad-encoding"
#define B "unknown-field"
#define NEXT "// gloss-disable-next-line "
#define SPARE "This suppresses nothing: remove it\n"

static void one_line_is_suppressed(void **state) {
  (void)state;
  check(NEXT A "\n!" A "(x) !" B "(x)\n!" A "(y)\n", "!" B "(x)\n!" A "(y)\n");
  check(NEXT A "\n\n \n!" A "(x)\n", "");
  check(NEXT "\n!" A "(x) !" B "(y)\n", "");
  check("!" A "(x) " NEXT A "\n!" A "(y)\n", "!" A "(x)\n");
  check(NEXT A "\n" NEXT B "\n\n!" A "(x) !" B "(y)\n", "");
  check("/* gloss-disable-next-line " A "\n */ !" A "(x)\n!" A "(y)", "!" A "(x)\n");
  check(NEXT A, SPARE);
  check(NEXT A "\r\n\r\n!" A "(x)\r\n!" A "(y)\r\n", "!" A "(y)\n");
}

static void a_stretch_is_suppressed(void **state) {
  (void)state;
  check("// gloss-disable " A "\n!" A "(x) !" B "(y)\n// gloss-enable " A "\n!" A "(z)",
        "!" B "(y)\n!" A "(z)\n");
  check("// gloss-disable\n!" A "(x)\n// gloss-enable\n!" A "(y)", "!" A "(y)\n");
  check("// gloss-disable\n!" A "(x)\n// gloss-enable " A "\n!" A "(y) !" B "(y)", "!" A "(y)\n");
  check("// gloss-disable " A "(x) " A "(y)\n!" A "(x) !" A "(y)\n// gloss-enable " A "(x)\n!" A
        "(x) !" A "(y)",
        "!" A "(x)\n");
  check("// gloss-disable\n// gloss-enable " A "\n// gloss-disable\n!" A "(x)", SPARE);
  check("!" A "(x) /* gloss-disable */ !" A "(y)", "!" A "(x)\n");
  check("!" A "(x)\n// gloss-disable-file " A "\n!" A "(y)", "");
}

static void terms_are_compared_as_names(void **state) {
  (void)state;
  check("// gloss-disable-file " A "(Dry-Run)\n!" A "(dry runs) !" A "(dry)", "!" A "(dry)\n");
  check("// gloss-disable-file " A "(Stra\xC3\x9F"
        "e)\n!" A "(STRASSE)",
        "");
}

static void what_does_nothing_is_told(void **state) {
  (void)state;
  check("// gloss-disable " A "\n// gloss-disable " A "\n!" A "(x)", SPARE);
  check("// gloss-enable " A "\n", "Nothing is suppressed here that this could end: remove it\n");
  check("// gloss-disable " A " " B "\n!" A "(x)\n",
        "\u201C" B "\u201D suppresses nothing: remove it\n");
  check("// gloss-disable " A "(q)\n// gloss-enable " A " " B "\n",
        SPARE "\u201C" B "\u201D is not suppressed here, so nothing ends: remove it\n");
  check("// gloss-disable bad-encodin\n", "There is no rule \u201C"
                                          "bad-encodin\u201D; did you mean \u201C" A "\u201D?\n");
  check("// gloss-disable qqqq\n", "There is no rule \u201Cqqqq\u201D\n");
  check("// gloss-disable (qqqq)\n", "There is no rule \u201C(qqqq)\u201D\n");
  check("// gloss-ignore " A "\n",
        "\u201Cgloss-ignore\u201D is nothing that Gloss knows: write gloss-disable-next-line, "
        "gloss-disable with gloss-enable, or gloss-disable-file\n");
  check("// gloss-disable-file unused-suppression\n" NEXT A "\n", "");
  check("// gloss-disable-file\n// gloss-disable-file " A "\n", SPARE SPARE);
}

static void what_is_off_is_not_called_unused(void **state) {
  (void)state;
  RuleSettings settings = rule_settings_none();
  rule_settings_set(&settings, rule_named(SLICE(A)), SEVERITY_OFF);
  check_settled(NEXT A "\n", &settings, "");
  check_settled(NEXT A " " B "\n", &settings, "\u201C" B "\u201D suppresses nothing: remove it\n");
  rule_settings_set(&settings, rule_named(SLICE("unused-suppression")), SEVERITY_OFF);
  check_settled(NEXT B "\n!" A "(x)", &settings, "!" A "(x)\n");
}

// --- taking out ---

static void check_mended(const char *text, const char *wanted) {
  Arena *arena = arena_new();
  RuleSettings none = rule_settings_none();
  Findings findings = apply(slice_of(text), &none, arena);
  Slice out;
  findings_fix(&findings, slice_of(text), arena, &out);
  if (!slice_eq(out, slice_of(wanted)))
    fail_msg("[%s]:\n[%.*s]\nnot\n[%s]", text, SLICE_FMT(out), wanted);
  arena_delete(arena);
}

static void comments_are_taken_out(void **state) {
  (void)state;
  check_mended("a\n" NEXT A "\nb\n", "a\nb\n");
  check_mended("a\n\n" NEXT A "\n\nb\n", "a\n\nb\n");
  check_mended("a\n\n" NEXT A "\nb\n", "a\n\nb\n");
  check_mended("a\n\n" NEXT A "\n", "a\n");
  check_mended("a\n" NEXT A, "a\n");
  check_mended(NEXT A "\n\na\n", "a\n");
  check_mended(NEXT A, "");
  check_mended("a  " NEXT A "  \nb\n", "a\nb\n");
  check_mended("a /* gloss-disable */ b\n", "a b\n");
  check_mended("a/* gloss-disable */b\n", "ab\n");
  check_mended("  /* gloss-disable */ b\n", "  b\n");
  check_mended("a\r\n\r\n" NEXT A "\r\n\r\nb\r\n", "a\r\n\r\nb\r\n");
  check_mended("a\n\n" NEXT A "\n\n" NEXT B "\n\nb\n", "a\n\nb\n");
}

static void rules_are_taken_out(void **state) {
  (void)state;
  check_mended(NEXT A ", " B "(x) -- why\n!" B "(x)\n", NEXT B "(x) -- why\n!" B "(x)\n");
  check_mended(NEXT B ", " A "(x), " A "(y) -- why\n!" B "(x)\n", NEXT B " -- why\n!" B "(x)\n");
  check_mended(NEXT A "(x) " A "(y) " B " " A "(z)\n!" B "(x)\n", NEXT B "\n!" B "(x)\n");
}

// --- any directives ---

static const char *const RULES_USED[] = {A, B, "malformed-field"};
static const char *const TERMS_USED[] = {"", "(x)", "(y)"};
static const char *const WORDS_USED[] = {"gloss-disable", "gloss-enable", "gloss-disable-next-line",
                                         "gloss-disable-file"};

static void append_rule(Buffer *out, bool term) {
  append(out, slice_of(RULES_USED[random_below(3)]));
  append(out, slice_of(TERMS_USED[term ? 1 + random_below(2) : random_below(3)]));
}

static void append_comment(Buffer *out) {
  append(out, SLICE("/* "));
  append(out, slice_of(WORDS_USED[random_below(20) ? random_below(3) : 3]));
  for (uint32_t i = random_below(4); i > 0; i--) {
    append(out, SLICE(" "));
    append_rule(out, false);
  }
  append(out, SLICE(" */"));
}

static void append_random_line(Buffer *out) {
  for (uint32_t i = random_below(3); i > 0; i--) {
    if (random_below(2)) {
      append_comment(out);
    } else {
      append(out, SLICE("!"));
      append_rule(out, true);
    }
    append(out, SLICE(" "));
  }
  append(out, SLICE("\n"));
}

static uint32_t line_of(Slice text, uint32_t at) {
  uint32_t line = 0;
  for (uint32_t i = 0; i < at; i++) line += text.ptr[i] == '\n';
  return line;
}

static bool speaks_of(const Directive *directive, const Finding *finding) {
  for (uint32_t i = 0; i < directive->rule_count; i++) {
    DirectiveRule rule = directive->rules[i];
    if (slice_eq(rule.rule, slice_of(finding->rule->id)) &&
        (!rule.term.len || slice_eq(rule.term, finding->subject)))
      return true;
  }
  return !directive->rule_count;
}

// Some, and nothing else.
static bool holds_comments_only(Slice line) {
  for (line = slice_trim(line); slice_starts_with(line, SLICE("/*")); line = slice_trim(line)) {
    size_t at = 2;
    while (line.ptr[at] != '/') at++;
    line = slice_from(line, at + 1);
  }
  return !line.len;
}

static uint32_t line_below(Slice text, uint32_t at) {
  uint32_t number = line_of(text, at) + 1;
  while (at < text.len && text.ptr[at] != '\n') at++;
  Slice rest = slice_from(text, at + 1);
  for (; rest.len; number++) {
    const char *end = memchr(rest.ptr, '\n', rest.len);
    Slice line = slice_to(rest, (size_t)(end - rest.ptr));
    if (!holds_comments_only(line)) return number;
    rest = slice_from(rest, line.len + 1);
  }
  return UINT32_MAX;
}

// Straight from what the words mean, in time that is nobody's concern.
static bool is_suppressed(const Directives *directives, Slice text, const Finding *finding) {
  bool disabled = false;
  for (size_t i = 0; i < directives->len; i++) {
    const Directive *directive = &directives->items[i];
    if (!speaks_of(directive, finding)) continue;
    bool before = directive->range.end <= finding->range.start;
    bool next = line_below(text, directive->range.end) == line_of(text, finding->range.start);
    if (directive->kind == DIRECTIVE_FILE) return true;
    if (directive->kind == DIRECTIVE_NEXT_LINE && next) return true;
    if (directive->kind == DIRECTIVE_DISABLE && before) disabled = true;
    if (directive->kind == DIRECTIVE_ENABLE && before) disabled = false;
  }
  return disabled;
}

// Writes what is left into `out`, and compares it with what should be.
static Findings check_left(Slice text, Buffer *out, Arena *arena) {
  RuleSettings none = rule_settings_none();
  Directives directives = read_text(text, arena);
  Findings all = findings_in(text, arena), left = apply(text, &none, arena);
  Buffer wanted = {0};
  for (uint32_t i = 0; i < all.count; i++)
    if (!is_suppressed(&directives, text, &all.items[i]))
      append(&wanted, slice_range(text, all.items[i].range));
  for (uint32_t i = 0; i < left.count; i++)
    if (!is_unused(&left.items[i])) append(out, slice_range(text, left.items[i].range));
  if (!slice_eq(contents(out), contents(&wanted)))
    fail_msg("%.*s\nleaves %.*s\nnot    %.*s", SLICE_FMT(text), SLICE_FMT(contents(out)),
             SLICE_FMT(contents(&wanted)));
  array_free(&wanted);
  array_free(&directives);
  return left;
}

// What does what is asked, and what is said to do nothing may go: what is left stays the same.
static void check_random_text(Slice text) {
  enum { ROUNDS = 100 };
  Arena *arena = arena_new();
  Buffer before = {0}, after = {0};
  Findings left = check_left(text, &before, arena);
  int rounds = 0;
  while (findings_fix(&left, text, arena, &text)) {
    assert_true(++rounds < ROUNDS);
    after.len = 0;
    left = check_left(text, &after, arena);
    if (!slice_eq(contents(&before), contents(&after))) fail_msg("%.*s", SLICE_FMT(text));
  }
  for (uint32_t i = 0; i < left.count; i++) assert_false(is_unused(&left.items[i]));
  array_free(&before);
  array_free(&after);
  arena_delete(arena);
}

static void any_directives_do_what_they_say(void **state) {
  (void)state;
  random_state = random_seed();
  for (int round = 0; round < 3000; round++) {
    Buffer text = {0};
    for (uint32_t lines = random_below(12); lines > 0; lines--) append_random_line(&text);
    check_random_text(contents(&text));
    array_free(&text);
  }
}

// --- many ---

enum { MANY = 100000 };

static void check_many(const char *format, uint32_t wanted) {
  Arena *arena = arena_new();
  Buffer text = {0};
  for (int i = 0; i < MANY; i++) {
    char line[200];
    snprintf(line, sizeof line, format, i, i);
    append(&text, slice_of(line));
  }
  RuleSettings none = rule_settings_none();
  assert_int_equal(apply(contents(&text), &none, arena).count, wanted);
  array_free(&text);
  arena_delete(arena);
}

// What costs the square of their number does not come back from here.
static void many_are_applied(void **state) {
  (void)state;
  check_many(NEXT A "(%d)\n!" A "(%d)\n", 0);
  check_many("// gloss-disable " A "(%d)\n!" A "(%d)\n", 0);
  check_many("/* gloss-disable " A "(%d) */ !" A "(%d) ", 0);
  check_many("/* gloss-disable-next-line " A "(%d) */ !" A "(%d) ", 2 * MANY);
  check_many("// gloss-disable\n// gloss-enable\n!" A "(%d%d)\n", 2 * MANY);
  check_many(NEXT A "(%d%d)\n\n", MANY);
  check_many("// gloss-disable bad-encodin%d(%d)\n", MANY);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rules_and_reasons_are_read),
      cmocka_unit_test(terms_are_read),
      cmocka_unit_test(what_is_meant_for_a_directive_is_told),
      cmocka_unit_test(one_line_is_suppressed),
      cmocka_unit_test(a_stretch_is_suppressed),
      cmocka_unit_test(terms_are_compared_as_names),
      cmocka_unit_test(what_does_nothing_is_told),
      cmocka_unit_test(what_is_off_is_not_called_unused),
      cmocka_unit_test(comments_are_taken_out),
      cmocka_unit_test(rules_are_taken_out),
      cmocka_unit_test(any_directives_do_what_they_say),
      cmocka_unit_test(many_are_applied),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

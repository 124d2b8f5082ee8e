// A value that its field cannot have. What is said of each kind of field is one row of the table.
#include "../base/nearest.h"
#include "../field.h"
#include "all.h"

typedef struct {
  RuleContext *context;
  Range range; // of the value, or of one item of it
  Slice value;
} Value;

static void add_replacement(const Value *self, EntryFinding *finding, bool certain, Slice text) {
  Arena *arena = self->context->arena;
  Slice title = arena_format(arena, "Replace with \xE2\x80\x9C%.*s\xE2\x80\x9D", SLICE_FMT(text));
  add_fix(self->context, finding, certain, title, self->range, text);
}

// --- one of some words ---

static Slice tell_words(const char *const *words, size_t count, Arena *arena) {
  Slice told = slice_of(words[0]);
  for (size_t i = 1; i < count; i++)
    told =
        arena_format(arena, "%.*s%s%s", SLICE_FMT(told), i + 1 < count ? ", " : " or ", words[i]);
  return told;
}

static void check_word(const Value *self, const char *const *words, size_t count,
                       const char *what) {
  Nearest nearest = nearest_to(self->value);
  for (size_t i = 0; i < count; i++) {
    if (slice_eq_ascii_case(self->value, slice_of(words[i]))) return;
    nearest_offer(&nearest, slice_of(words[i]));
  }
  EntryFinding *finding =
      report(self->context, &rule_bad_value, self->range,
             "\xE2\x80\x9C%.*s\xE2\x80\x9D is no %s: write %.*s", SLICE_FMT(self->value), what,
             SLICE_FMT(tell_words(words, count, self->context->scratch)));
  if (nearest.best.len)
    add_replacement(self, finding, is_slip(self->value, nearest.best), nearest.best);
}

static void check_status(const Value *self) {
  size_t count;
  const char *const *words = field_words(FIELD_STATUS, &count);
  check_word(self, words, count, "status");
}

static void check_match(const Value *self) {
  size_t count;
  const char *const *words = field_words(FIELD_MATCH, &count);
  check_word(self, words, count, "way to match");
}

// --- a language ---

// `de`, `pt-BR`, `zh-Hant-TW`: a language of two or three letters, then parts of up to eight
// letters and digits (BCP 47).
static bool is_language_tag(Slice tag) {
  size_t part = 0, parts = 0, letters = 0;
  for (size_t i = 0; i <= tag.len; i++) {
    if (i < tag.len && tag.ptr[i] != '-') {
      if (!byte_is_alnum(tag.ptr[i])) return false;
      letters += byte_is_letter(tag.ptr[i]);
      part++;
      continue;
    }
    if (part == 0 || part > 8) return false;
    if (parts++ == 0 && (part < 2 || part > 3 || letters != part)) return false;
    part = 0;
  }
  return true;
}

static Slice with_hyphens(Slice text, Arena *arena) {
  char *out = arena_array(arena, char, text.len);
  for (size_t i = 0; i < text.len; i++) out[i] = text.ptr[i] == '_' ? '-' : text.ptr[i];
  return slice_new(out, text.len);
}

static void check_lang(const Value *self) {
  if (is_language_tag(self->value)) return;
  EntryFinding *finding = report(self->context, &rule_bad_value, self->range,
                                 "\xE2\x80\x9C%.*s\xE2\x80\x9D is no language: write a tag such as "
                                 "en, pt-BR or zh-Hant",
                                 SLICE_FMT(self->value));
  Slice mended = with_hyphens(self->value, self->context->scratch);
  if (is_language_tag(mended)) add_replacement(self, finding, true, mended);
}

// --- where something comes from ---

// How long the `https` or `http` is that an address begins with; 0: this is none. `http/2` is none.
static size_t scheme_len(Slice text) {
  static const char *const SCHEMES[] = {"https", "http"};
  for (size_t i = 0; i < 2; i++) {
    Slice scheme = slice_of(SCHEMES[i]), rest = slice_from(text, scheme.len);
    if (!slice_eq_ascii_case(slice_to(text, scheme.len), scheme)) continue;
    if (slice_starts_with(rest, SLICE(":/")) || slice_starts_with(rest, SLICE("//")))
      return scheme.len;
  }
  return 0;
}

// Any text is a source; but what begins like an address has to be one.
static void check_source(const Value *self) {
  size_t scheme = scheme_len(self->value);
  if (!scheme) return;
  Slice host = slice_from(self->value, scheme);
  while (host.len && byte_is_one_of(*host.ptr, ":/")) host = slice_from(host, 1);
  bool has_host = host.len && (byte_is_word(*host.ptr) || *host.ptr == '[');
  Slice marks = slice_new(self->value.ptr + scheme, self->value.len - scheme - host.len);
  if (has_host && slice_eq(marks, SLICE("://"))) return;
  EntryFinding *finding =
      report(self->context, &rule_bad_value, self->range,
             "This address leads nowhere: write it as https://example.org/page");
  if (!has_host) return;
  Slice mended = arena_format(self->context->scratch, "%.*s://%.*s",
                              SLICE_FMT(slice_to(self->value, scheme)), SLICE_FMT(host));
  add_replacement(self, finding, false, mended);
}

// --- where a glossary applies ---

static bool climbs_out(Slice pattern) {
  return slice_eq(pattern, SLICE("..")) || slice_starts_with(pattern, SLICE("../"));
}

static Slice with_slashes(Slice text, Arena *arena) {
  char *out = arena_array(arena, char, text.len);
  for (size_t i = 0; i < text.len; i++) out[i] = text.ptr[i] == '\\' ? '/' : text.ptr[i];
  return slice_new(out, text.len);
}

// A `\` before a sign takes it as it is; before a letter somebody meant a folder.
static bool has_backslash_folder(Slice pattern) {
  for (size_t i = 0; i + 1 < pattern.len; i++)
    if (pattern.ptr[i] == '\\' && byte_is_word(pattern.ptr[i + 1])) return true;
  return false;
}

static void check_pattern(const Value *self) {
  if (climbs_out(self->value)) {
    report(self->context, &rule_bad_value, self->range,
           "A glossary serves no files outside its folder: put it further up, or begin with / for "
           "the workspace folder");
  } else if (has_backslash_folder(self->value)) {
    EntryFinding *finding = report(self->context, &rule_bad_value, self->range,
                                   "Folders in a pattern are separated by /");
    add_replacement(self, finding, false, with_slashes(self->value, self->context->scratch));
  }
}

// --- all of them ---

static const struct {
  FieldKind kind;
  bool list; // each item is looked at
  bool of_file;
  void (*check)(const Value *value);
} CHECKS[] = {
    {FIELD_STATUS, false, false, check_status}, {FIELD_MATCH, false, false, check_match},
    {FIELD_LANG, false, true, check_lang},      {FIELD_SOURCE, true, false, check_source},
    {FIELD_PATHS, true, true, check_pattern},
};
enum { CHECK_COUNT = sizeof CHECKS / sizeof *CHECKS };

static void check_value(RuleContext *context, Slice value, void (*check)(const Value *)) {
  if (!value.len) return;
  Value one = {context, range_of(context->bytes, value), value};
  check(&one);
}

static void check_field(RuleContext *context, const Field *field, int row) {
  Slice value = slice_range(context->bytes, field->value);
  FieldItems items = field_items(value);
  if (!CHECKS[row].list)
    check_value(context, unwrap_marks(value), CHECKS[row].check);
  else
    for (Slice item; field_items_next(&items, &item);)
      check_value(context, item, CHECKS[row].check);
}

static void check(RuleContext *context) {
  for (uint32_t i = 0; i < context->field_count; i++)
    for (int row = 0; row < CHECK_COUNT; row++)
      if (CHECKS[row].kind == context->fields[i].kind && CHECKS[row].of_file == !context->entry)
        check_field(context, &context->fields[i], row);
}

const Rule rule_bad_value = {
    .info = {.id = "bad-value",
             .severity = SEVERITY_ERROR,
             .summary = "A value that its field cannot have",
             .why = "A status or a way to match that Gloss does not know has no effect, and "
                    "neither has a pattern that fits no file. Statuses are preferred, admitted, "
                    "draft, deprecated and forbidden; ways to match are smart, exact, case and "
                    "off.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "- status: deprecatd\n"
                    "- match: exat\n"
                    "\n"
                    "A mast is a pole that carries sails.\n",
             .good = "## Mast\n"
                     "- status: deprecated\n"
                     "- match: exact\n"
                     "\n"
                     "A mast is a pole that carries sails.\n",
             .fixable = true},
    .check_entry = check,
    .check_preamble = check,
};

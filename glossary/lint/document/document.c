#include "document.h"

#include "stretches.h"

struct DocumentLint {
  Stretches stretches;
};

DocumentLint *document_lint_new(void) {
  return document_lint_cut(STRETCH_LEAST);
}

DocumentLint *document_lint_cut(uint32_t least) {
  DocumentLint *self = mem_alloc(sizeof *self);
  *self = (DocumentLint){stretches_new(least)};
  return self;
}

void document_lint_delete(DocumentLint *self) {
  if (!self) return;
  stretches_free(&self->stretches);
  mem_free(self);
}

const Stretches *document_lint_stretches(const DocumentLint *lint) {
  return &lint->stretches;
}

void document_lint_edit(DocumentLint *self, Range range, uint32_t added) {
  stretches_edit(&self->stretches, range, added);
}

void document_lint_reset(DocumentLint *self) {
  stretches_reset(&self->stretches);
}

bool document_lint_work(DocumentLint *self, const DocumentPlace *place, Text *text, size_t most) {
  Arena *arena = arena_new();
  Search search = search_new(place, arena);
  bool done = stretches_work(&self->stretches, &search, text, most);
  arena_delete(arena);
  return done;
}

// --- putting together ---

// All stretches as one, with ranges of the document.
typedef struct {
  Arena *arena;
  Array(Finding) findings;
  Mentions mentions;
  Directives directives;
} Whole;

static void add_found(Whole *self, const Found *found, uint32_t start) {
  for (uint32_t i = 0; i < found->finding_count; i++)
    *array_push(&self->findings) = finding_copy(&found->findings[i], start, self->arena);
  for (uint32_t i = 0; i < found->mention_count; i++) {
    Mention mention = found->mentions[i];
    mention.range = range_shift(mention.range, start);
    *array_push(&self->mentions) = mention;
  }
  Directives some = {found->directives, found->directive_count, 0};
  directives_append(&self->directives, &some, start);
}

static Whole put_together(const DocumentLint *self, Arena *arena) {
  Whole whole = {.arena = arena};
  uint32_t start = 0;
  for (size_t i = 0; i < self->stretches.items.len; i++) {
    const Stretch *stretch = &self->stretches.items.items[i];
    add_found(&whole, &stretch->found, start);
    start += stretch->len;
  }
  return whole;
}

static void whole_free(Whole *self) {
  array_free(&self->findings);
  array_free(&self->mentions);
  array_free(&self->directives);
}

// Mentions of one rule, in their order.
static Mentions mentions_of(const Mentions *all, const Rule *rule) {
  Mentions own = {0};
  for (size_t i = 0; i < all->len; i++)
    if (all->items[i].rule == rule) *array_push(&own) = all->items[i];
  return own;
}

static void conclude(const Search *search, const Rule *rule, Text *text, Whole *whole) {
  Mentions own = mentions_of(&whole->mentions, rule);
  DocumentContext context = {.question = &search->question,
                             .language = search->place.language,
                             .settings = search->place.settings,
                             .census = search->place.census,
                             .text = text_bytes(text),
                             .mentions = own.items,
                             .mention_count = own.len,
                             .arena = whole->arena};
  if (own.len) rule->document->conclude(&context);
  array_append(&whole->findings, context.findings.items, context.findings.len);
  array_free(&context.findings);
  array_free(&own);
}

static void conclude_all(const Search *search, Text *text, Whole *whole) {
  for (size_t i = 0; whole->mentions.len && i < RULE_COUNT; i++) {
    const DocumentRule *rule = search_rule(search, i);
    if (rule && rule->conclude) conclude(search, RULES[i], text, whole);
  }
}

Findings document_lint_check(DocumentLint *self, const DocumentPlace *place, Text *text,
                             Arena *arena) {
  document_lint_work(self, place, text, SIZE_MAX);
  Search search = search_new(place, arena);
  Whole whole = put_together(self, arena);
  conclude_all(&search, text, &whole);
  Findings result = findings_sorted(whole.findings.items, whole.findings.len, arena);
  if (whole.directives.len)
    directives_apply(&whole.directives, text, place->settings, &result, arena);
  rule_settings_apply(place->settings, &result);
  whole_free(&whole);
  return result;
}

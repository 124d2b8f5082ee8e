#include "stretch.h"

const DocumentRule *search_rule(const Search *self, size_t number) {
  return self->rules[number] ? RULES[number]->document : NULL;
}

// A comment to Gloss is looked at even where all rules for documents are off: it may be misspelt.
static bool is_about_documents(const Rule *rule) {
  return rule->document || strcmp(rule->info.id, "unused-suppression") == 0;
}

Search search_new(const DocumentPlace *place, Arena *arena) {
  Search self = {.place = *place, .question = question_new(place->terms, place->scope, arena)};
  for (size_t i = 0; i < RULE_COUNT; i++) {
    if (!is_about_documents(RULES[i])) continue;
    self.rules[i] = rule_settings_enabled(place->settings, &RULES[i]->info);
    self.any |= self.rules[i];
    self.matches |= self.rules[i] && RULES[i]->document && RULES[i]->document->matches;
  }
  return self;
}

void found_free(Found *self) {
  arena_delete(self->arena);
  *self = (Found){0};
}

// --- looking ---

static void find_matches(const Search *self, Slice text, const Prose *prose, Matches *matches) {
  if (!self->matches) return;
  Scan scan = {.text = text, .prose = prose, .off_case = true, .avoided = true};
  question_scan(&self->question, scan, matches);
}

static void check_rules(const Search *self, DocumentContext *context) {
  for (size_t i = 0; i < RULE_COUNT; i++) {
    const DocumentRule *rule = search_rule(self, i);
    if (rule && rule->check) rule->check(context);
  }
}

// --- keeping ---

#define KEEP(arena, array)                                                                         \
  memcpy(arena_alloc(arena, (array).len * sizeof *(array).items), (array).items,                   \
         (array).len * sizeof *(array).items)

static Found keep(const DocumentContext *context, const Directives *directives) {
  Found self = {.finding_count = (uint32_t)context->findings.len,
                .mention_count = (uint32_t)context->noted.len,
                .directive_count = (uint32_t)directives->len};
  if (!self.finding_count && !self.mention_count && !self.directive_count) return self;
  self.arena = context->arena;
  if (self.finding_count) self.findings = KEEP(self.arena, context->findings);
  if (self.mention_count) self.mentions = KEEP(self.arena, context->noted);
  if (self.directive_count) self.directives = KEEP(self.arena, *directives);
  return self;
}

static Prose read_prose(const Search *search, Slice text, const LabelNames *labels) {
  const ProseLanguage *language = search->place.language;
  const ProsePieces *pieces = prose_pieces(language);
  return pieces ? pieces->read(language, text, labels) : prose_read(language, text);
}

static void look(const Search *search, DocumentContext *context, Directives *directives) {
  const Prose *prose = context->prose;
  Matches matches = {0};
  find_matches(search, context->text, prose, &matches);
  context->matches = &matches;
  directives_read(context->text, prose->remarks.items, prose->remarks.len, directives,
                  context->arena);
  check_rules(search, context);
  array_free(&matches);
}

Found stretch_read(const Search *search, Slice text, const LabelNames *labels) {
  const DocumentPlace *place = &search->place;
  if (!search->any) return (Found){0};
  Prose prose = read_prose(search, text, labels);
  DocumentContext context = {.question = &search->question,
                             .language = place->language,
                             .settings = place->settings,
                             .census = place->census,
                             .text = text,
                             .prose = &prose,
                             .arena = arena_new()};
  Directives directives = {0};
  look(search, &context, &directives);
  Found found = keep(&context, &directives);
  if (!found.arena) arena_delete(context.arena);
  array_free(&context.findings);
  array_free(&context.noted);
  array_free(&directives);
  prose_free(&prose);
  return found;
}

// Actions that suppress a finding where it stands, by a comment.
#include "feature/action.h"

#include <glossary/lint/suppress/silence.h>

enum { SUPPRESSIONS_OFFERED = 20 };

static Slice title_of(const Actions *self, const Finding *finding) {
  const char *id = finding->rule->id;
  if (!finding->subject.len)
    return arena_format(self->arena, "Suppress \xE2\x80\x9C%s\xE2\x80\x9D here", id);
  return arena_format(self->arena,
                      "Suppress \xE2\x80\x9C%s\xE2\x80\x9D of \xE2\x80\x9C%.*s\xE2\x80\x9D here",
                      id, SLICE_FMT(finding->subject));
}

// One comment serves all findings of a rule about a term in one line.
static bool is_served(const Actions *self, const Finding *before, const Finding *finding) {
  return before && before->rule == finding->rule && slice_eq(before->subject, finding->subject) &&
         text_line_at(self->text, before->range.start) ==
             text_line_at(self->text, finding->range.start);
}

void actions_add_suppressions(Actions *self) {
  const ProseLanguage *language =
      self->document->is_glossary ? prose_language(SLICE("gloss"), (Slice){0})
                                  : checker_language(self->snapshot->checker, self->document->path,
                                                     self->document->language);
  const Finding *last = NULL;
  if (!actions_want(self, "quickfix")) return;
  for (uint32_t i = 0, offered = 0; i < self->findings->count && offered < SUPPRESSIONS_OFFERED;
       i++) {
    const Finding *finding = &self->findings->items[i];
    Edit edit;
    if (!actions_concern(self, finding) || is_served(self, last, finding)) continue;
    if (!strcmp(finding->rule->id, "unused-suppression")) continue;
    if (!silence(language, self->text, finding, self->arena, &edit)) continue;
    last = finding;
    offered++;
    actions_add(self, (Action){.title = title_of(self, finding),
                               .kind = "quickfix",
                               .finding = finding,
                               .edit = actions_edit(self, &edit, 1)});
  }
}

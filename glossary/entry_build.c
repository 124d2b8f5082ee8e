#include "entry_build.h"
#include "heading.h"

// Only the forms of the heading, one or two, are compared with what follows: a field that repeats
// itself does no harm, and a field of a million items must not cost its square.
void build_form(EntryBuild *self, FormRole role, Slice text, Range range) {
  if (!text.len) return;
  for (size_t i = 0; i < self->heading_forms; i++)
    if (slice_eq(self->forms.items[i].text, text)) return;
  *array_push(&self->forms) = (Form){arena_copy(self->arena, text), role, range};
}

void build_heading(EntryBuild *self, Slice shown, Range range) {
  Entry *entry = &self->entry;
  Heading heading = heading_read(shown);
  entry->name = arena_copy(self->arena, shown);
  entry->headword = arena_copy(self->arena, heading.headword);
  build_form(self, FORM_HEADWORD, heading.headword, range);
  self->heading_forms = self->forms.len;
  if (heading.role == PAREN_DISAMBIGUATOR)
    entry->disambiguator = arena_copy(self->arena, heading.paren);
  if (heading.role == PAREN_ABBREVIATION) build_form(self, FORM_ABBREVIATION, heading.paren, range);
  if (heading.role == PAREN_EXPANSION) build_form(self, FORM_EXPANSION, heading.paren, range);
  self->heading_forms = self->forms.len;
}

static void *arena_items(Arena *arena, const void *items, size_t size) {
  void *copy = arena_alloc(arena, size);
  if (size) memcpy(copy, items, size);
  return copy;
}

Entry build_finish(EntryBuild *self) {
  Entry *entry = &self->entry;
  entry->form_count = (uint32_t)self->forms.len;
  entry->forms = arena_items(self->arena, self->forms.items, self->forms.len * sizeof(Form));
  entry->tag_count = (uint32_t)self->tags.len;
  entry->tags = arena_items(self->arena, self->tags.items, self->tags.len * sizeof(Slice));
  array_free(&self->forms);
  array_free(&self->tags);
  return *entry;
}

// Groups that are open, and going on to what is next.
#include "reader.h"

#include "../seek.h"

void latex_skip(LatexReader *self, uint32_t to, PartLink link) {
  if (!self->hiding) write_text(&self->out, self->pending, self->at);
  write_break(&self->out, link);
  self->at = self->pending = to < self->end ? to : self->end;
}

uint32_t latex_find(const LatexReader *self, Slice sign, uint32_t from) {
  return seek(self->text, from, self->end, sign);
}

uint32_t latex_skip_blanks(const LatexReader *self, uint32_t at) {
  while (byte_is_one_of(latex_byte(self, at), " \t\r")) at++;
  return at;
}

uint32_t latex_command_end(const LatexReader *self, uint32_t at) {
  uint32_t start = ++at;
  while (byte_is_letter(latex_byte(self, at)) || latex_byte(self, at) == '@') at++;
  return at > start || at >= self->end ? at : at + 1;
}

// --- groups ---

static void count_group(LatexReader *self, const Group *group, int by) {
  self->hiding += (uint32_t)(by * group->hides);
  self->brief += (uint32_t)(by * group->is_short);
  self->braces += (uint32_t)(by * (group->close == '}'));
}

void latex_open(LatexReader *self, uint32_t len, Group group) {
  latex_skip(self, self->at + len, group.link);
  count_group(self, &group, 1);
  *array_push(&self->groups) = group;
}

static Group pop_group(LatexReader *self) {
  Group group = self->groups.items[--self->groups.len];
  count_group(self, &group, -1);
  return group;
}

bool latex_top_is(const LatexReader *self, char close) {
  return self->groups.len && self->groups.items[self->groups.len - 1].close == close;
}

void latex_close(LatexReader *self, uint32_t len) {
  latex_skip(self, self->at + len, PART_JOINED);
  Group group = pop_group(self);
  write_break(&self->out, group.link);
  if (group.arguments) latex_take_arguments(self, group.arguments, group.link);
}

void latex_close_short(LatexReader *self) {
  latex_skip(self, self->at, PART_APART);
  while (self->brief) pop_group(self);
}

void latex_close_brace(LatexReader *self) {
  if (!self->braces) {
    latex_skip(self, self->at + 1, PART_JOINED);
    return;
  }
  while (!latex_top_is(self, '}')) {
    latex_skip(self, self->at, PART_APART);
    pop_group(self);
  }
  latex_close(self, 1);
}

void latex_close_all(LatexReader *self) {
  while (self->groups.len) pop_group(self);
}

#include "refresh.h"

static Basis basis_now(const Checker *checker) {
  return (Basis){0, checker->glossary->terms_generation, workspace_generation(checker->workspace)};
}

// The first reading comes before the first answer.
void refresh_loaded(Refresh *self, const Checker *checker) {
  uint64_t revision = store_revision(checker->glossary->store);
  if (!self->begun) self->told = basis_now(checker);
  self->loaded |= self->begun && revision != self->revision;
  self->begun = true;
  self->revision = revision;
}

bool refresh_due(const Refresh *self, const Checker *checker, const Client *client) {
  if (!client->abilities.pulls || !self->begun || self->outstanding) return false;
  return self->loaded || !basis_eq(self->told, basis_now(checker));
}

void refresh_ask(Refresh *self, const Checker *checker, const Client *client) {
  self->told = basis_now(checker);
  self->loaded = false;
  self->outstanding = true;
  client_request(client, REFRESH_ID, "workspace/diagnostic/refresh", NULL);
}

void refresh_answered(Refresh *self) {
  self->outstanding = false;
}

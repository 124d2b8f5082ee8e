#include "asking.h"

#include "feature/pull.h"
#include "json.h"
#include "protocol/params.h"
#include "uri.h"

#include <stdlib.h>

// How many reports go into one partial result.
enum { REPORTS_AT_ONCE = 100 };

static int by_key(const void *a, const void *b) {
  return slice_cmp(((const Previous *)a)->key, ((const Previous *)b)->key);
}

static void read_previous(Asking *self, const json_t *ids) {
  for (size_t i = 0; i < json_array_size(ids); i++) {
    const json_t *one = json_array_get(ids, i);
    Slice uri = arena_copy(self->arena, json_slice_at(one, "uri"));
    Slice path = document_path(uri, self->arena);
    Slice result_id = arena_copy(self->arena, json_slice_at(one, "value"));
    *array_push(&self->previous) = (Previous){path.len ? path : uri, uri, result_id, false};
  }
  if (self->previous.len)
    qsort(self->previous.items, self->previous.len, sizeof *self->previous.items, by_key);
}

Asking *asking_new(json_t *id, const json_t *params) {
  Asking *self = mem_zero(1, sizeof *self);
  json_t *token = json_at(params, "partialResultToken");
  self->arena = arena_new();
  self->id = json_incref(id);
  self->token = token ? json_incref(token) : NULL;
  self->reports = json_array();
  read_previous(self, json_at(params, "previousResultIds"));
  return self;
}

void asking_delete(Asking *self) {
  if (!self) return;
  json_decref(self->id);
  json_decref(self->token);
  json_decref(self->reports);
  array_free(&self->previous);
  arena_delete(self->arena);
  mem_free(self);
}

Previous *asking_previous(const Asking *self, Slice key) {
  Previous wanted = {.key = key};
  return self->previous.len ? bsearch(&wanted, self->previous.items, self->previous.len,
                                      sizeof *self->previous.items, by_key)
                            : NULL;
}

static json_t *take_reports(Asking *self) {
  json_t *reports = self->reports;
  self->reports = json_array();
  return json_pack("{so}", "items", reports);
}

static void send_reports(Asking *self, const Client *client) {
  client_notify(client, "$/progress",
                json_pack("{sOso}", "token", self->token, "value", take_reports(self)));
}

// Takes the report and the version over.
static void add(Asking *self, const Client *client, Slice uri, json_t *version, json_t *report) {
  json_object_set_new(report, "uri", json_text(uri));
  json_object_set_new(report, "version", version);
  json_array_append_new(self->reports, report);
  if (self->token && json_array_size(self->reports) >= REPORTS_AT_ONCE) send_reports(self, client);
}

static json_t *version_of(const Document *document) {
  bool known = document && document->version.known;
  return known ? json_integer(document->version.number) : json_null();
}

uint64_t asking_report(Asking *self, const Client *client, Slice key, const Document *document,
                       json_t *items, Arena *arena) {
  Previous *previous = asking_previous(self, key);
  Slice id = previous ? previous->result_id : (Slice){0};
  Slice uri = previous ? previous->uri : document ? document->uri : uri_from_path(key, arena);
  bool silent = !previous && !json_array_size(items);
  uint64_t digest;
  json_t *report = pull_report(items, id, &digest, arena);
  if (previous) previous->seen = true;
  if (silent)
    json_decref(report);
  else
    add(self, client, uri, version_of(document), report);
  return digest;
}

void asking_report_unchanged(Asking *self, const Client *client, Previous *previous) {
  json_t *unchanged =
      json_pack("{ssso}", "kind", "unchanged", "resultId", json_text(previous->result_id));
  previous->seen = true;
  add(self, client, previous->uri, json_null(), unchanged);
}

static void take_back(Asking *self, const Client *client, const Previous *previous) {
  json_t *nothing = json_pack("{sss[]}", "kind", "full", "items");
  add(self, client, previous->uri, json_null(), nothing);
}

// Once there were partial results, the answer itself holds none.
void asking_finish(Asking *self, const Client *client) {
  for (size_t i = 0; i < self->previous.len; i++)
    if (!self->previous.items[i].seen) take_back(self, client, &self->previous.items[i]);
  if (self->token && json_array_size(self->reports)) send_reports(self, client);
  client_answer(client, self->id, take_reports(self));
  asking_delete(self);
}

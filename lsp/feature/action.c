// Code actions: the answer to textDocument/codeAction, and to codeAction/resolve.
#include "feature/action.h"

#include "json.h"
#include "protocol/protocol.h"
#include "protocol/workspace_edit.h"

bool actions_want(const Actions *self, const char *kind) {
  if (!json_is_array(self->only)) return true;
  for (size_t i = 0; i < json_array_size(self->only); i++) {
    const char *wanted = json_string_value(json_array_get(self->only, i));
    size_t len = wanted ? strlen(wanted) : 0;
    bool begins = wanted && !strncmp(kind, wanted, len);
    if (begins && (!len || !kind[len] || kind[len] == '.')) return true;
  }
  return false;
}

bool actions_concern(const Actions *self, const Finding *finding) {
  return finding->range.start <= self->range.end && finding->range.end >= self->range.start;
}

json_t *actions_edit(const Actions *self, const Edit *edits, size_t count) {
  return workspace_edit(self->snapshot->abilities, self->document->uri, self->document->version,
                        self->text, edits, count);
}

static json_t *diagnostics_of(const Actions *self, const Finding *finding) {
  if (!finding) return NULL;
  return json_pack("[o]",
                   json_diagnostic(self->text, finding, self->snapshot->abilities, self->arena));
}

void actions_add(Actions *self, Action action) {
  json_array_append_new(self->actions,
                        json_pack("{sosssbso*so*so*}", "title", json_text(action.title), "kind",
                                  action.kind, "isPreferred", action.preferred, "diagnostics",
                                  diagnostics_of(self, action.finding), "edit", action.edit, "data",
                                  action.data));
}

static bool begin(Actions *self, const Snapshot *snapshot, Slice uri, Arena *arena) {
  Document *document = documents_find(snapshot->documents, uri);
  if (!document) return false;
  *self = (Actions){.snapshot = snapshot,
                    .document = document,
                    .text = document_text(snapshot->documents, document),
                    .findings = checker_findings(snapshot->checker, document),
                    .arena = arena};
  return true;
}

json_t *action_answer(const Snapshot *snapshot, const Params *params, Arena *arena) {
  Actions self;
  if (!begin(&self, snapshot, params->uri, arena)) return json_array();
  self.range = range_between_positions(self.text, params->position, params->end,
                                       snapshot->abilities->encoding);
  self.only = json_at(params->raw, "context/only");
  self.actions = json_array();
  actions_add_fixes(&self);
  actions_add_reflow(&self);
  actions_add_suppressions(&self);
  actions_add_terms(&self);
  return self.actions;
}

// The edit is of the text as it is now, whatever it was when the action was offered.
json_t *action_resolve(const Snapshot *snapshot, const Params *params, Arena *arena) {
  Actions self;
  const json_t *data = json_at(params->raw, "data");
  json_t *resolved = json_copy((json_t *)params->raw);
  if (!begin(&self, snapshot, json_slice_at(data, "textDocument/uri"), arena)) return resolved;
  json_t *edit = actions_resolve_fix(&self, data);
  if (edit) json_object_set_new(resolved, "edit", edit);
  return resolved;
}

// Formatting in the editor: the whole document, a part of it, or what typing asks for. What the
// client says of tabs is of no use, as the layout has none.
#include "feature/feature.h"
#include "protocol/workspace_edit.h"

#include <glossary/format/typing.h>

// The glossary that a question is about; NULL: there is none, or none that has a layout.
static GlossaryFile *file_of(const Snapshot *snapshot, const Params *params) {
  const Document *document = documents_find(snapshot->documents, params->uri);
  if (!document || !document->is_glossary || checker_ignores(snapshot->checker, document->path))
    return NULL;
  GlossaryFile *file = document_file(snapshot->documents, document);
  return file->outline.dialect == DIALECT_MARKDOWN ? file : NULL;
}

static json_t *edits_json(const Snapshot *snapshot, const GlossaryFile *file, Edits edits) {
  return text_edits(file->text, edits.items, edits.count, snapshot->abilities->encoding);
}

static json_t *format(const Snapshot *snapshot, const GlossaryFile *file, Range within,
                      Arena *arena) {
  FormatStyle style = workspace_style(snapshot->checker->workspace, file->path);
  return edits_json(snapshot, file, format_file(file, &style, within, arena).edits);
}

json_t *format_answer(const Snapshot *snapshot, const Params *params, Arena *arena) {
  GlossaryFile *file = file_of(snapshot, params);
  return file ? format(snapshot, file, (Range){0, text_len(file->text)}, arena) : NULL;
}

json_t *format_range_answer(const Snapshot *snapshot, const Params *params, Arena *arena) {
  GlossaryFile *file = file_of(snapshot, params);
  if (!file) return NULL;
  Range range = range_between_positions(file->text, params->position, params->end,
                                        snapshot->abilities->encoding);
  return format(snapshot, file, range, arena);
}

json_t *format_typed_answer(const Snapshot *snapshot, const Params *params, Arena *arena) {
  GlossaryFile *file = file_of(snapshot, params);
  bool is_key = params->text.len == 1;
  if (!file || !is_key) return NULL;
  uint32_t offset =
      offset_from_position(file->text, params->position, snapshot->abilities->encoding);
  return edits_json(snapshot, file, format_typed(file, offset, *params->text.ptr, arena));
}

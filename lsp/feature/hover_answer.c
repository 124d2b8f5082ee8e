#include "feature/feature.h"
#include "feature/hover.h"
#include "protocol/protocol.h"

json_t *hover_answer(const Snapshot *snapshot, const Params *params, Arena *arena) {
  bool markdown = snapshot->abilities->hover_markdown;
  Place place;
  Hover hover;
  if (!place_find(snapshot, params, &place)) return NULL;
  if (!hover_at(snapshot->glossary, place.scope, place.language, text_bytes(place.text),
                place.offset, markdown, arena, &hover))
    return NULL;
  return json_pack("{soso}", "contents", json_markup(hover.contents, markdown), "range",
                   json_range(place.text, hover.range, snapshot->abilities->encoding));
}

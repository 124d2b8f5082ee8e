// Completion: terms in the form the sentence needs. What an item stands for travels in its `data`,
// so that its documentation is written only when somebody looks at it.
#include "feature/feature.h"
#include "feature/hover.h"
#include "json.h"
#include "protocol/protocol.h"

enum { KIND_TEXT = 1, KIND_REFERENCE = 18 };

// What all items of one answer share. Some clients take the words to be replaced from the first
// item and expect the same of all, so every edit begins where the longest run of words does, and
// brings back the words before the run that its own item is about.
typedef struct {
  Slice text;  // around the cursor
  Range typed; // in it, up to the cursor
  json_t *range;
  bool helped; // some item would not have matched what was typed by itself
  Arena *arena;
} Frame;

// ---- one item

static bool begins_like(Slice text, Slice typed) {
  return slice_eq_ascii_case(slice_to(text, typed.len), typed);
}

// Clients keep an item while its filterText begins like what was typed, or holds its letters. The
// new text serves where it does; `knn lm` for kNN-LM needs help. Some clients take the words to be
// replaced from us only where there is no filterText, so it is left out where it can be.
static json_t *filter_text(Frame *frame, Slice label, Slice new_text) {
  Slice typed = slice_range(frame->text, frame->typed);
  if (begins_like(label, typed)) return NULL;
  if (begins_like(new_text, typed)) return json_text(new_text);
  frame->helped = true;
  return json_text(arena_format(frame->arena, "%.*s %.*s", SLICE_FMT(typed), SLICE_FMT(label)));
}

static json_t *detail(const Completion *completion, Arena *arena) {
  const Entry *entry = completion->entry;
  if (completion->role == FORM_HEADWORD)
    return entry->category.len ? json_text(entry->category) : NULL;
  return json_text(arena_format(arena, "→ %.*s", SLICE_FMT(entry->name)));
}

static json_t *data(const Entry *entry) {
  return json_pack("{sIso}", "entry", (json_int_t)entry->id, "name", json_text(entry->name));
}

static json_t *item(Frame *frame, const Completion *completion, size_t rank) {
  Slice label = completion->label;
  Slice before = slice_range(frame->text, (Range){frame->typed.start, completion->typed.start});
  Slice new_text = arena_format(frame->arena, "%.*s%.*s", SLICE_FMT(before), SLICE_FMT(label));
  json_t *edit = json_pack("{sOso}", "range", frame->range, "newText", json_text(new_text));
  return json_pack("{sosisssososo*so*}",                                                   //
                   "label", json_text(label),                                              //
                   "kind", completion->role == FORM_HEADWORD ? KIND_TEXT : KIND_REFERENCE, //
                   "sortText", arena_format(frame->arena, "%04zu", rank).ptr,              //
                   "textEdit", edit,                                                       //
                   "data", data(completion->entry),                                        //
                   "filterText", filter_text(frame, label, new_text),                      //
                   "detail", detail(completion, frame->arena));
}

// ---- the list

static json_t *list(json_t *items, bool incomplete) {
  return json_pack("{sbso}", "isIncomplete", incomplete, "items", items);
}

static json_t *completion_list(Frame *frame, const Completions *found) {
  json_t *items = json_array();
  for (uint32_t i = 0; i < found->count; i++)
    json_array_append_new(items, item(frame, &found->items[i], i));
  json_decref(frame->range);
  return list(items, found->incomplete || frame->helped);
}

// As much of a long document as matters.
static Range window_around(const Text *text, uint32_t offset) {
  uint32_t len = text_len(text);
  uint32_t before = offset < COMPLETION_REACH ? offset : COMPLETION_REACH;
  uint32_t after = len - offset < COMPLETION_REACH ? len - offset : COMPLETION_REACH;
  return (Range){offset - before, offset + after};
}

json_t *completion_answer(const Snapshot *snapshot, const Params *params, Arena *arena) {
  Place place;
  if (!place_find(snapshot, params, &place)) return list(json_array(), false);
  Range window = window_around(place.text, place.offset);
  Completions found =
      query_completions(glossary_terms(snapshot->glossary), place.scope, place.language,
                        text_slice(place.text, window), place.offset - window.start, arena);
  Frame frame = {.typed = found.typed, .arena = arena};
  frame.range =
      json_range(place.text, range_shift(found.typed, window.start), snapshot->abilities->encoding);
  frame.text = text_slice(place.text, window);
  return completion_list(&frame, &found);
}

// ---- resolve

// The entry of an item that may have been made before an edit: the same one, or the one that has
// its name now, or none.
static Entry *entry_of(const Snapshot *snapshot, const json_t *data, Arena *arena) {
  const json_t *id = json_at(data, "entry");
  json_int_t number = json_integer_value(id);
  bool is_id = json_is_integer(id) && number >= 0 && number < UINT32_MAX;
  Entry *entry = is_id ? store_entry(snapshot->glossary->store, (uint32_t)number) : NULL;
  if (entry) return entry;
  Slice name = json_slice_at(data, "name");
  if (!name.len) return NULL;
  Occurrence found = query_named(glossary_terms(snapshot->glossary), (Scope){0}, name, arena);
  return found.entry_count ? found.entries[0] : NULL;
}

json_t *completion_resolve(const Snapshot *snapshot, const Params *params, Arena *arena) {
  bool markdown = snapshot->abilities->documentation_markdown;
  json_t *resolved = json_copy((json_t *)params->raw);
  Entry *entry = entry_of(snapshot, json_at(params->raw, "data"), arena);
  if (entry)
    json_object_set_new(resolved, "documentation",
                        json_markup(describe_entry(entry, markdown, arena), markdown));
  return resolved;
}

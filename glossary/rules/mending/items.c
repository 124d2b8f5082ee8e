#include "items.h"

// The field of the entry, or preamble, that holds `place`; NULL when none does.
static const Field *field_at(const RuleContext *context, Range place) {
  for (uint32_t i = 0; i < context->field_count; i++) {
    Range value = context->fields[i].value;
    if (value.start <= place.start && place.end <= value.end) return &context->fields[i];
  }
  return NULL;
}

static uint32_t behind_line_end(Slice bytes, uint32_t at) {
  if (at < bytes.len && bytes.ptr[at] == '\r') at++;
  bool crlf = at < bytes.len && bytes.ptr[at] == '\n' && (at == 0 || bytes.ptr[at - 1] == '\r');
  bool lf = at < bytes.len && bytes.ptr[at] == '\n' && (at == 0 || bytes.ptr[at - 1] != '\r');
  return at + (crlf || lf);
}

Range field_removal(const RuleContext *context, const Field *field) {
  return (Range){field->line.start, behind_line_end(context->bytes, field->line.end)};
}

// Where an item stands with its marks, and its neighbours do.
typedef struct {
  bool has_before, has_after;
  uint32_t before_end, start, end, after_start;
} Place;

static bool is_between(char c) {
  return byte_is_blank(c) || c == ',' || c == ';';
}

// From the first byte of the item that is read next to its last one.
static Range whole_item(Slice bytes, FieldItems *items, Slice *item) {
  const char *start = items->rest.ptr;
  if (!field_items_next(items, item)) return (Range){0, 0};
  while (start < item->ptr && is_between(*start)) start++;
  const char *end = items->rest.ptr;
  while (end > item->ptr + item->len && is_between(end[-1])) end--;
  return (Range){(uint32_t)(start - bytes.ptr), (uint32_t)(end - bytes.ptr)};
}

static Place find_place(Slice bytes, Range value, Range wanted) {
  Place place = {.start = wanted.start, .end = wanted.end};
  bool found = false;
  FieldItems items = field_items(slice_range(bytes, value));
  for (Slice item; !place.has_after;) {
    Range whole = whole_item(bytes, &items, &item);
    if (!range_len(whole)) break;
    if (found) {
      place.has_after = true;
      place.after_start = whole.start;
    } else if (whole.start <= wanted.start && wanted.end <= whole.end) {
      found = true;
      place.start = whole.start;
      place.end = whole.end;
    } else {
      place.has_before = true;
      place.before_end = whole.end;
    }
  }
  return place;
}

// What goes when `item`, a part of the list of `field` without its marks, is taken out of it: the
// item, its marks and one separator; the whole field when nothing else is in it.
static Range item_removal(const RuleContext *context, const Field *field, Range item) {
  Place place = find_place(context->bytes, field->value, item);
  if (place.has_after) return (Range){place.start, place.after_start};
  if (place.has_before) return (Range){place.before_end, place.end};
  return field_removal(context, field);
}

// Finding an item costs its list, and of so many findings no more are told. Those of a rule stand
// together.
static bool has_enough(const RuleContext *context, const EntryFinding *finding) {
  enum { REMOVALS_MAX = 100 };
  size_t count = context->findings.len;
  return count > REMOVALS_MAX &&
         context->findings.items[count - 1 - REMOVALS_MAX].rule == finding->rule;
}

void add_removal(RuleContext *context, EntryFinding *finding, bool certain, Range item) {
  const Field *field = has_enough(context, finding) ? NULL : field_at(context, item);
  if (!field) return;
  Slice title = arena_format(context->arena, "Remove \xE2\x80\x9C%.*s\xE2\x80\x9D",
                             SLICE_FMT(slice_range(context->bytes, item)));
  add_fix(context, finding, certain, title, item_removal(context, field, item), (Slice){0});
}

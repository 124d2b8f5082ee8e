#include "merging.h"

#include "../../line.h"

static Slice bytes_of(const Entry *entry) {
  return text_slice(entry->file->text, entry_range(entry));
}

static Slice without_end(Slice bytes) {
  while (bytes.len && byte_is_blank(bytes.ptr[bytes.len - 1])) bytes.len--;
  return bytes;
}

// Of the last entry, the space before it goes and not the one behind it: the end of the file stays.
static void remove_entry(RuleContext *context, EntryFix *fix) {
  const Entry *entry = context->entry;
  bool last = entry->index + 1 == context->file->entries.len;
  uint32_t end = (uint32_t)(last ? without_end(context->bytes).len : context->bytes.len);
  if (last && entry->index) {
    const Entry *before = context->file->entries.items[entry->index - 1];
    Slice bytes = bytes_of(before);
    Range gap = {(uint32_t)without_end(bytes).len, (uint32_t)bytes.len};
    add_edit(context, fix, before->id, gap, (Slice){0});
  }
  add_edit(context, fix, ENTRY_SELF, (Range){0, end}, (Slice){0});
}

static bool has_line(Slice bytes, const Entry *entry, Slice line) {
  for (uint32_t i = 0; i < entry->field_count; i++)
    if (slice_eq(slice_range(bytes, entry->fields[i].line), line)) return true;
  return false;
}

enum { FIELDS_MAX = 64 }; // of an entry that is merged

// The field lines that the other entry does not have, each after a line end.
static Slice new_fields(RuleContext *context, const Entry *into, Slice line_end) {
  Slice bytes = arena_copy(context->scratch, bytes_of(into)), all = {0};
  for (uint32_t i = 0; i < context->field_count; i++) {
    Slice line = slice_range(context->bytes, context->fields[i].line);
    if (!has_line(bytes, into, line))
      all = arena_format(context->scratch, "%.*s%.*s%.*s", SLICE_FMT(all), SLICE_FMT(line_end),
                         SLICE_FMT(line));
  }
  return arena_copy(context->arena, all);
}

static uint32_t end_of_fields(const Entry *entry) {
  if (entry->field_count) return entry->fields[entry->field_count - 1].line.end;
  Slice rest = bytes_of(entry);
  return (uint32_t)line_next(&rest).len;
}

static Slice moved_body(const RuleContext *context, Slice line_end) {
  Slice body = slice_range(context->bytes, context->entry->body);
  if (!body.len) return body;
  return arena_format(context->arena, "%.*s%.*s%.*s", SLICE_FMT(line_end), SLICE_FMT(line_end),
                      SLICE_FMT(body));
}

static void insert(RuleContext *context, EntryFix *fix, const Entry *entry, uint32_t at,
                   Slice text) {
  if (text.len) add_edit(context, fix, entry->id, (Range){at, at}, text);
}

// Fields that are put before a list would make its items fields.
static bool begins_with_list(const Entry *entry) {
  Slice body = slice_range(bytes_of(entry), entry->body);
  return body.len && byte_is_one_of(*body.ptr, "-*+");
}

static void add_appending(RuleContext *context, EntryFinding *finding, const Entry *into) {
  bool readable = into->dialect == DIALECT_MARKDOWN && into->field_count <= FIELDS_MAX &&
                  context->field_count <= FIELDS_MAX;
  if (!readable || (!into->field_count && begins_with_list(into))) return;
  Slice line_end = line_end_of(context->bytes);
  EntryFix *fix =
      new_fix(finding, false,
              arena_format(context->arena, "Merge into the first \xE2\x80\x9C%.*s\xE2\x80\x9D",
                           SLICE_FMT(into->name)));
  insert(context, fix, into, end_of_fields(into), new_fields(context, into, line_end));
  insert(context, fix, into, (uint32_t)without_end(bytes_of(into)).len,
         moved_body(context, line_end));
  remove_entry(context, fix);
}

void add_merging(RuleContext *context, EntryFinding *finding, const Entry *into) {
  Slice other = arena_copy(context->scratch, without_end(bytes_of(into)));
  if (slice_eq(other, without_end(context->bytes)))
    remove_entry(context, new_fix(finding, true, SLICE("Remove this copy")));
  else
    add_appending(context, finding, into);
}

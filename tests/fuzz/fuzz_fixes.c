// Fixes of any places: of each all edits are made or none; those that are made do not overlap, and
// each part of the text outside of them stays. Two rounds composed do what the two do.
//
// Input: a text, a separator, then for each fix the number of its edits and these.
#include "fuzz.h"

#include <glossary/lint/finding.h>

enum { FIXES_MAX = 12, EDITS_MAX = 3 };

// The edits of one fix ascend and do not overlap. What they write tells whose they are: the fix
// and the edit.
static Fix take_fix(Slice *input, size_t len, uint32_t number, Arena *arena) {
  Fix fix = {.edits = arena_array(arena, Edit, EDITS_MAX), .certain = true};
  uint32_t count = 1 + take_below(input, EDITS_MAX), at = 0;
  for (uint32_t i = 0; i < count; i++) {
    Range range = range_shift(take_range(input, len - at), at);
    Slice text = arena_format(arena, "<%u.%u>", number, i);
    fix.edits[fix.edit_count++] = (Edit){range, text};
    at = range.end;
  }
  return fix;
}

static Findings take_findings(Slice *input, size_t len, Arena *arena) {
  Findings findings = {arena_array(arena, Finding, FIXES_MAX), 0};
  while (input->len && findings.count < FIXES_MAX) {
    Fix *fix = arena_array(arena, Fix, 1);
    *fix = take_fix(input, len, findings.count, arena);
    findings.items[findings.count++] = (Finding){.fixes = fix, .fix_count = 1};
  }
  return findings;
}

static bool is_made(const Edits *edits, const Edit *edit) {
  for (size_t i = 0; i < edits->count; i++)
    if (slice_eq(edits->items[i].text, edit->text)) return true;
  return false;
}

static void all_or_none(const Findings *findings, const Edits *edits, uint32_t made) {
  uint32_t whole = 0;
  for (uint32_t i = 0; i < findings->count; i++) {
    const Fix *fix = findings->items[i].fixes;
    bool first = is_made(edits, &fix->edits[0]);
    for (uint32_t j = 1; j < fix->edit_count; j++) MUST(is_made(edits, &fix->edits[j]) == first);
    whole += first;
  }
  MUST(whole == made && (made || !findings->count));
}

static void apart(const Edits *edits, size_t len) {
  for (size_t i = 0; i < edits->count; i++) {
    Range range = edits->items[i].range;
    MUST(range.start <= range.end && range.end <= len);
    MUST(i == 0 || edits->items[i - 1].range.end <= range.start);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Slice input = input_of(data, size), text = take_part(&input), once, twice;
  Arena *arena = arena_new();
  Findings findings = take_findings(&input, text.len, arena);
  Edits first, second;
  uint32_t made = findings_certain_edits(&findings, arena, &first);
  all_or_none(&findings, &first, made);
  apart(&first, text.len);
  MUST(findings_fix(&findings, text, arena, &once) == made);
  MUST(slice_eq(once, edits_apply(first.items, first.count, text, arena)));
  Slice again = slice_new((const char *)data, size);
  take_part(&again);
  Findings others = take_findings(&again, once.len, arena);
  findings_certain_edits(&others, arena, &second);
  twice = edits_apply(second.items, second.count, once, arena);
  Edits both = edits_compose(&first, &second, once, arena);
  apart(&both, text.len);
  MUST(slice_eq(edits_apply(both.items, both.count, text, arena), twice));
  arena_delete(arena);
  return 0;
}

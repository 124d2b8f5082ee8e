// What in directives does nothing: findings of unused-suppression, and how to take it out.
#include "suppress.h"

#include "../../prose/seek.h"
#include "../../rules/all.h"

// Each suggestion costs a look at all rules.
enum { SUGGESTIONS_MAX = 500, SHOWN_MAX = 80 };

typedef struct {
  Text *text;
  const RuleSettings *settings;
  FindingArray *out;
  Arena *arena;
  const Directive *directive; // that is looked at, and its suppressions
  const Suppression *parts;
  uint32_t part_count;
  uint32_t suggestions;
} Unused;

#define QUOTED "\xE2\x80\x9C%.*s\xE2\x80\x9D"

// --- findings ---

// What a message can show of something that was written.
static Slice shown(Slice written) {
  size_t end = line_end(written, 0, (uint32_t)written.len);
  if (end > SHOWN_MAX) end = SHOWN_MAX;
  while (end < written.len && end > 0 && ((unsigned char)written.ptr[end] & 0xC0) == 0x80) end--;
  return slice_to(written, end);
}

static Finding *report_at(Unused *self, Range range, Slice message) {
  Finding *finding = array_push(self->out);
  *finding = (Finding){.rule = &rule_unused_suppression.info,
                       .severity = rule_unused_suppression.info.severity,
                       .range = range,
                       .message = message};
  finding->fixes = arena_array(self->arena, Fix, 2);
  return finding;
}

static void offer(Unused *self, Finding *finding, bool certain, Slice title, Edit edit) {
  Fix *fix = &finding->fixes[finding->fix_count++];
  *fix = (Fix){.title = title, .certain = certain, .edit_count = 1};
  fix->edits = arena_array(self->arena, Edit, 1);
  fix->edits[0] = edit;
}

static void offer_nearest(Unused *self, Finding *finding, Range range, Slice nearest) {
  Slice title = arena_format(self->arena, "Replace with " QUOTED, SLICE_FMT(nearest));
  if (nearest.len) offer(self, finding, false, title, (Edit){range, nearest});
}

// --- taking out the comment ---

static bool is_empty_line(Text *text, uint32_t line) {
  return slice_trim(text_slice(text, text_line(text, line))).len == 0;
}

// The lines of a comment that stands there alone, and one of two empty lines that would meet.
static Range lines_of(Text *text, Range comment) {
  uint32_t first = text_line_at(text, comment.start), behind = text_line_at(text, comment.end) + 1;
  bool below_empty = first == 0 || is_empty_line(text, first - 1);
  Range lines = {text_line_start(text, first), text_line_start(text, behind)};
  bool last = lines.end == text_len(text);
  if (below_empty && last && first > 0)
    lines.start = text_line_start(text, first - 1);
  else if (below_empty && !last && is_empty_line(text, behind))
    lines.end = text_line_start(text, behind + 1);
  return lines;
}

// The comment, and of the blanks on its sides those that would be too many.
static Range piece_of(Text *text, Range comment) {
  Range line = text_line(text, text_line_at(text, comment.end));
  bool first = is_alone_before(text, comment), last = is_alone_behind(text, comment);
  Slice behind = text_slice(text, (Range){comment.end, last ? comment.end : line.end});
  uint32_t blanks = spaces_end(behind, 0, (uint32_t)behind.len);
  uint32_t start = text_line_start(text, text_line_at(text, comment.start));
  Slice before = text_slice(text, (Range){start, comment.start});
  bool spaced = first || (before.len && byte_is_blank(before.ptr[before.len - 1]));
  if (spaced && !last) comment.end += blanks;
  while (last && before.len && byte_is_blank(before.ptr[before.len - 1]))
    before.len--, comment.start--;
  return comment;
}

static Range comment_removal(const Unused *self) {
  Range comment = self->directive->range;
  bool alone = is_alone_before(self->text, comment) && is_alone_behind(self->text, comment);
  return alone ? lines_of(self->text, comment) : piece_of(self->text, comment);
}

static void report_whole(Unused *self, Slice message) {
  Finding *finding = report_at(self, self->directive->range, message);
  finding->tags = TAG_UNNECESSARY;
  offer(self, finding, true, SLICE("Remove the comment"), (Edit){comment_removal(self), SLICE("")});
}

// --- taking out one rule ---

static Range part_range(const Unused *self, uint32_t i) {
  return range_shift(self->directive->rules[i].range, self->directive->range.start);
}

// Rules before the last one that stays take what parts them from the next; the others, what parts
// them from the one before. So no two removals meet.
static Range part_removal(const Unused *self, uint32_t i, uint32_t last_kept) {
  Range range = part_range(self, i);
  if (i < last_kept) return (Range){range.start, part_range(self, i + 1).start};
  return (Range){part_range(self, i - 1).end, range.end};
}

static void report_part(Unused *self, uint32_t i, uint32_t last_kept) {
  const Directive *directive = self->directive;
  Range range = part_range(self, i);
  Slice written = shown(text_slice(self->text, range));
  const char *format = directive->kind == DIRECTIVE_ENABLE
                           ? QUOTED " is not suppressed here, so nothing ends: remove it"
                           : QUOTED " suppresses nothing: remove it";
  Finding *finding = report_at(self, range, arena_format(self->arena, format, SLICE_FMT(written)));
  finding->subject = arena_copy(self->arena, directive->rules[i].rule);
  finding->tags = TAG_UNNECESSARY;
  Edit edit = {part_removal(self, i, last_kept), SLICE("")};
  offer(self, finding, true, arena_format(self->arena, "Remove " QUOTED, SLICE_FMT(written)), edit);
}

// --- misspelt ---

static void report_no_rule(Unused *self, uint32_t i) {
  const DirectiveRule *part = &self->directive->rules[i];
  bool asks = part->rule.len && self->suggestions++ < SUGGESTIONS_MAX;
  Slice nearest = asks ? rule_nearest(part->rule) : (Slice){0};
  Slice name = shown(part->rule.len ? part->rule : text_slice(self->text, part_range(self, i)));
  Slice message = arena_format(self->arena, "There is no rule " QUOTED, SLICE_FMT(name));
  if (nearest.len)
    message = arena_format(self->arena, "%.*s; did you mean " QUOTED "?", SLICE_FMT(message),
                           SLICE_FMT(nearest));
  Range range = part_range(self, i);
  Finding *finding = report_at(self, range, message);
  finding->subject = arena_copy(self->arena, part->rule);
  range.end = range.start + (uint32_t)part->rule.len;
  offer_nearest(self, finding, range, nearest);
}

static void report_unknown(Unused *self) {
  const Directive *directive = self->directive;
  Slice nearest = directive_nearest(directive->word), word = shown(directive->word);
  Slice message = arena_format(self->arena, QUOTED " is nothing that Gloss knows", SLICE_FMT(word));
  message = nearest.len ? arena_format(self->arena, "%.*s; did you mean " QUOTED "?",
                                       SLICE_FMT(message), SLICE_FMT(nearest))
                        : arena_format(self->arena,
                                       "%.*s: write gloss-disable-next-line, gloss-disable with "
                                       "gloss-enable, or gloss-disable-file",
                                       SLICE_FMT(message));
  Range range = range_shift(directive->name, directive->range.start);
  Finding *finding = report_at(self, range, message);
  finding->subject = arena_copy(self->arena, directive->word);
  offer_nearest(self, finding, range, nearest);
}

// --- directives ---

static bool is_looked_for(const Unused *self, const Suppression *part) {
  if (part->rule == RULE_ANY) return true;
  const RuleInfo *rule = &RULES[part->rule]->info;
  return rule != &rule_unused_suppression.info && rule_settings_enabled(self->settings, rule);
}

static bool is_spare(const Unused *self, const Suppression *part) {
  return part->rule != RULE_NONE && !part->used && is_looked_for(self, part);
}

static void look_at_parts(Unused *self) {
  uint32_t spare = 0, last_kept = 0;
  for (uint32_t i = 0; i < self->part_count; i++) {
    bool is = is_spare(self, &self->parts[i]);
    spare += is;
    if (!is) last_kept = i;
  }
  if (spare == self->part_count) {
    report_whole(self, self->directive->kind == DIRECTIVE_ENABLE
                           ? SLICE("Nothing is suppressed here that this could end: remove it")
                           : SLICE("This suppresses nothing: remove it"));
    return;
  }
  for (uint32_t i = 0; i < self->part_count; i++) {
    if (self->parts[i].rule == RULE_NONE)
      report_no_rule(self, i);
    else if (is_spare(self, &self->parts[i]))
      report_part(self, i, last_kept);
  }
}

void unused_find(const Directives *directives, const Suppression *all, Text *text,
                 const RuleSettings *settings, FindingArray *out, Arena *arena) {
  Unused self = {.text = text, .settings = settings, .out = out, .arena = arena, .parts = all};
  for (size_t i = 0; i < directives->len; i++, self.parts += self.part_count) {
    self.directive = &directives->items[i];
    self.part_count = self.directive->rule_count ? self.directive->rule_count : 1;
    if (self.directive->kind == DIRECTIVE_UNKNOWN)
      report_unknown(&self);
    else
      look_at_parts(&self);
  }
}

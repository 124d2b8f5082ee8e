#include "ignore.h"
#include "files.h"

#include <glossary/base/glob.h>

typedef struct {
  Slice pattern;
  bool negated;
} Rule;

// One file of rules. Several may belong to one folder; the later one is asked first.
struct Ignore {
  const Ignore *above;
  Slice folder; // its patterns are relative to it
  Rule *rules;
  size_t count;
};

// Git drops spaces at the end of a line but for an escaped one.
static Slice trim_end(Slice line) {
  if (slice_ends_with(line, SLICE("\r"))) line.len--;
  while (line.len && line.ptr[line.len - 1] == ' ') {
    size_t marks = 0;
    while (marks + 1 < line.len && line.ptr[line.len - 2 - marks] == '\\') marks++;
    if (marks % 2) break;
    line.len--;
  }
  return line;
}

static bool rule_read(Slice line, Rule *rule) {
  line = trim_end(line);
  if (!line.len || line.ptr[0] == '#') return false;
  rule->negated = line.ptr[0] == '!';
  rule->pattern = slice_from(line, rule->negated);
  return rule->pattern.len > 0;
}

static Slice next_line(Slice *text) {
  const char *end = memchr(text->ptr, '\n', text->len);
  Slice line = slice_to(*text, end ? (size_t)(end - text->ptr) : text->len);
  *text = slice_from(*text, line.len + 1);
  return line;
}

static const Ignore *with_rules(const Ignore *above, Slice folder, Slice text, Arena *arena) {
  Array(Rule) rules = {0};
  Rule rule;
  while (text.len)
    if (rule_read(next_line(&text), &rule)) *array_push(&rules) = rule;
  if (!rules.len) return above;
  Ignore *self = arena_alloc(arena, sizeof *self);
  *self = (Ignore){above, folder, arena_array(arena, Rule, rules.len), rules.len};
  memcpy(self->rules, rules.items, rules.len * sizeof *rules.items);
  array_free(&rules);
  return self;
}

// A file that is not there or cannot be read has no rules. Nor has a pipe, which we would wait for.
static const Ignore *with_file(const Ignore *above, Slice folder, const char *name, Arena *arena) {
  Slice bytes, problem, path = path_join(folder, slice_of(name), arena);
  if (!path_is_file(path.ptr) || !file_read(path.ptr, &bytes, &problem, arena)) return above;
  const Ignore *self = with_rules(above, folder, arena_copy(arena, bytes), arena);
  mem_free((char *)bytes.ptr);
  return self;
}

const Ignore *ignore_enter(const Ignore *above, Slice folder, Arena *arena) {
  return with_file(with_file(above, folder, ".gitignore", arena), folder, ".ignore", arena);
}

Slice git_top(Slice folder, Arena *arena) {
  for (;; folder = path_folder(folder)) {
    if (path_exists(path_join(folder, SLICE(".git"), arena).ptr)) return arena_copy(arena, folder);
    if (folder.len <= 1) return (Slice){0};
  }
}

const Ignore *ignore_top(Slice folder, Arena *arena) {
  Slice top = git_top(folder, arena), rest;
  if (!top.len || !path_below(folder, top, &rest)) return ignore_enter(NULL, folder, arena);
  const Ignore *self = ignore_enter(with_file(NULL, top, ".git/info/exclude", arena), top, arena);
  for (size_t at = 0; at < rest.len; at++) {
    const char *slash = memchr(rest.ptr + at, '/', rest.len - at);
    at = slash ? (size_t)(slash - rest.ptr) : rest.len;
    self = ignore_enter(self, path_join(top, slice_to(rest, at), arena), arena);
  }
  return self;
}

bool ignore_has(const Ignore *self, Slice path, bool is_folder) {
  for (; self; self = self->above) {
    Slice rest;
    if (!path_below(path, self->folder, &rest)) continue;
    for (size_t i = self->count; i-- > 0;)
      if (glob_match(self->rules[i].pattern, rest, is_folder)) return !self->rules[i].negated;
  }
  return false;
}

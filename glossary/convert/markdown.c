#include "markdown.h"

#include "../line.h"
#include "../reflow/reflow.h"
#include "../store.h"
#include "spaces.h"

static void write_heading(Written *out, Slice marks, Slice text) {
  written_add(out, marks);
  written_add(out, text);
  if (slice_ends_with(text, SLICE("#"))) { // they would close the heading
    written_add(out, SLICE(" "));
    written_add(out, slice_trim(marks));
  }
  written_add(out, SLICE("\n"));
}

// --- fields ---

static bool holds_any(Slice text, const char *bytes) {
  for (size_t i = 0; i < text.len; i++)
    if (byte_is_one_of(text.ptr[i], bytes)) return true;
  return false;
}

// What holds a separator stays together inside a code span, or a reference.
static void write_item(Written *out, Slice item) {
  bool plain = !holds_any(item, ",;[");
  bool span = !plain && !holds_any(item, "`");
  written_add(out, plain ? SLICE("") : span ? SLICE("`") : SLICE("[["));
  written_add(out, item);
  written_add(out, plain ? SLICE("") : span ? SLICE("`") : SLICE("]]"));
}

// A list of names. One with a backtick has a line for itself, for with another it would make a
// code span.
static void write_names(Written *out, Slice key, const Names *names) {
  bool begun = false;
  for (uint32_t i = 0; i < names->count; i++) {
    bool alone = holds_any(names->items[i], "`");
    if (begun && alone) written_add(out, SLICE("\n"));
    written_add(out, begun && !alone ? SLICE(", ") : key);
    write_item(out, names->items[i]);
    begun = !alone;
    if (alone) written_add(out, SLICE("\n"));
  }
  if (begun) written_add(out, SLICE("\n"));
}

static void write_category(Written *out, Slice category) {
  if (!category.len) return;
  written_add(out, SLICE("- category: "));
  written_add(out, category);
  written_add(out, SLICE("\n"));
}

void write_preamble(Written *out, Slice title, Slice category) {
  write_heading(out, SLICE("# "), title);
  written_add(out, SLICE("\n"));
  write_category(out, category);
  if (category.len) written_add(out, SLICE("\n"));
}

// --- the body ---

// What a line of a page begins with that would be a mark in Markdown. Bold text is none.
static bool begins_with_mark(Slice line) {
  if (!line.len || byte_is_word(line.ptr[0])) return line.len && byte_is_digit(line.ptr[0]);
  return line_fence(line).mark || !slice_starts_with(line, SLICE("**"));
}

// No-break spaces have a meaning beside dashes; here they are plain ones.
static Slice with_plain_spaces(Slice body, Arena *arena) {
  Written out = {0};
  while (body.len) {
    bool hard = slice_starts_with(body, NO_BREAK_SPACE);
    *array_push(&out) = hard ? ' ' : body.ptr[0];
    body = slice_from(body, hard ? NO_BREAK_SPACE.len : 1);
  }
  return written_end(&out, arena);
}

// The body as the page has it, but that no line begins anything: a no-break space stands before
// what would.
static Slice made_safe(Slice body, Arena *arena) {
  Written out = {0};
  for (Slice rest = body; rest.len;) {
    Slice line = slice_trim(line_next(&rest));
    if (begins_with_mark(line)) written_add(&out, NO_BREAK_SPACE);
    written_add(&out, line);
    if (rest.len) written_add(&out, SLICE("\n"));
  }
  return written_end(&out, arena);
}

// --- reading it back ---

static bool leaves_fence_open(Slice text) {
  Fence open = {0};
  while (text.len) line_in_fence(line_next(&text), &open);
  return open.mark;
}

// One entry below the preamble of its file.
typedef struct {
  const Draft *draft;
  const Surroundings *around;
  Arena *arena;
} Trial;

static GlossaryFile *read(const Trial *self, Slice entry) {
  Written whole = {0};
  written_add(&whole, self->around->preamble);
  written_add(&whole, entry);
  GlossaryFile *file = glossary_file_new((Slice){0}, (Slice){0}, written_slice(&whole));
  array_free(&whole);
  return file;
}

static bool is_exact(const Trial *self, const GlossaryFile *file) {
  return file->entries.len == 1 && file->outline.dialect == DIALECT_MARKDOWN &&
         !leaves_fence_open(text_slice(file->text, entry_range(file->entries.items[0]))) &&
         draft_is(self->draft, file->entries.items[0], self->arena);
}

static bool reads_back(const Trial *self, Slice entry) {
  GlossaryFile *file = read(self, entry);
  bool exact = is_exact(self, file);
  glossary_file_delete(file);
  return exact;
}

// --- ways of writing it ---

static Slice entry_with(const Trial *self, Slice body) {
  Written out = {0};
  write_heading(&out, SLICE("## "), self->draft->name);
  size_t heading_end = out.len;
  write_names(&out, SLICE("- aliases: "), &self->draft->aliases);
  if (!self->around->gives_category) write_category(&out, self->draft->category);
  write_names(&out, SLICE("- tags: "), &self->draft->tags);
  if (out.len > heading_end) array_splice(&out, heading_end, 0, "\n", 1);
  if (body.len) written_add(&out, SLICE("\n"));
  written_add(&out, body);
  if (body.len) written_add(&out, SLICE("\n"));
  return written_end(&out, self->arena);
}

// As `gloss fmt` would write it, so that it has nothing to say of what was imported.
static Slice formatted(const Trial *self, Slice entry) {
  GlossaryFile *file = read(self, entry);
  Range all = {0, text_len(file->text)};
  Formatting formatting = format_file(file, self->around->style, all, self->arena);
  Slice text = edits_apply(formatting.edits.items, formatting.edits.count, text_bytes(file->text),
                           self->arena);
  glossary_file_delete(file);
  return slice_from(text, self->around->preamble.len);
}

// The bodies it may have, from the best laid out to the page's own.
enum { BODY_COUNT = 3, PAGE_BODY = BODY_COUNT - 1 };

static void find_bodies(const Trial *self, Reflowed bodies[BODY_COUNT]) {
  Slice body = self->draft->body, plain = with_plain_spaces(body, self->arena);
  bodies[0] = reflow(body, DIALECT_PAGE, self->arena);
  bodies[1] = reflow(plain, DIALECT_PAGE, self->arena);
  bodies[PAGE_BODY] = (Reflowed){.text = made_safe(plain, self->arena)};
}

// The first that reads back, laid out if it can be; where none does, the safest.
static Slice best_entry(const Trial *self, const Reflowed bodies[BODY_COUNT], int *chosen) {
  Slice plain = {0};
  for (*chosen = 0; *chosen < BODY_COUNT; (*chosen)++) {
    plain = entry_with(self, bodies[*chosen].text);
    Slice laid_out = formatted(self, plain);
    if (reads_back(self, laid_out)) return laid_out;
    if (reads_back(self, plain)) return plain;
  }
  *chosen = PAGE_BODY;
  return plain;
}

static void tell_doubts(const Draft *draft, const Reflowed *reflowed, Notices *notices) {
  for (uint32_t i = 0; i < reflowed->doubt_count; i++) {
    Doubt doubt = reflowed->doubts[i];
    bool code = doubt.kind == DOUBT_CODE_LINES;
    Notice notice =
        draft_notice_at(draft, code ? NOTICE_CODE_LINES : NOTICE_HEADING_END, doubt.range);
    notice_add(notices, notice, "%s",
               code ? "The line ends of this code are lost: set them by hand"
                    : "Where this heading ends and the text goes on is not said: set a line end "
                      "there by hand");
  }
}

static void tell_plain(const Draft *draft, Notices *notices) {
  notice_add(notices, draft_notice(draft, NOTICE_PLAIN),
             "The text of \xE2\x80\x9C%.*s\xE2\x80\x9D is left as it stands on the page: "
             "something of it would be lost by laying it out",
             SLICE_FMT(draft->name));
}

void write_entry(Written *out, const Draft *draft, const Surroundings *around, Notices *notices) {
  Trial trial = {draft, around, arena_new()};
  Reflowed bodies[BODY_COUNT];
  int chosen;
  find_bodies(&trial, bodies);
  written_add(out, best_entry(&trial, bodies, &chosen));
  tell_doubts(draft, &bodies[chosen], notices);
  if (chosen == PAGE_BODY && bodies[0].changed) tell_plain(draft, notices);
  arena_delete(trial.arena);
}

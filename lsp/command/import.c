#include "command.h"
#include "disk/folder.h"
#include "disk/replace.h"
#include "notices.h"
#include "session.h"

static const Usage usage = {
    "import",
    "FILE… --to DIR",
    "Makes files in the Markdown dialect of pages that were copied from a glossary site, all "
    "FILEs\n"
    "being pages of one glossary. Each entry gets the spelling that its text begins with, its\n"
    "fields and a text with headings, lists and tables. What stands on a page survives, but for\n"
    "the lines of the site around the entries. What is uncertain is reported with its place on "
    "the\n"
    "page, and much of it is summed up by kind at the end, on standard error:\n\n"
    "  file:line:column: message [kind]\n\n"
    "A headword that stands again in its category gets a number: Mast (2). Files that are there\n"
    "with other contents are left alone, and then nothing is written at all.\n\n"
    "Exit code: 0 the files are written, or are there as they would be; 2 wrong usage, or\n"
    "something could not be read or written.\n",
    OPTION_FORMAT | OPTION_COLOR | OPTION_CONFIG | OPTION_IMPORT | OPTION_WRAP,
};

typedef enum { FILE_NEW, FILE_SAME, FILE_OTHER } FileState;

typedef struct {
  Slice path, shown;
  FileState state;
  Slice before; // what is there; owned by mem_free
} Planned;

typedef struct {
  Session *session;
  Array(GlossaryFile *) pages;
  Imported imported;
  Array(Planned) plan; // one a file of `imported`
} Import;

// --- pages ---

// The page read before that says the same, if there is one: somebody named it twice.
static const GlossaryFile *twin_of(const Import *self, const GlossaryFile *file) {
  Slice bytes = text_bytes(file->text);
  for (size_t i = 0; i < self->pages.len; i++)
    if (slice_eq(text_bytes(self->pages.items[i]->text), bytes)) return self->pages.items[i];
  return NULL;
}

// A glossary that is there already is in nobody's way; a text that is none was named by mistake.
static void take_page(Import *self, GlossaryFile *file) {
  Session *session = self->session;
  bool page = file->outline.dialect == DIALECT_PAGE;
  const GlossaryFile *twin = twin_of(self, file);
  if (page && glossary_file_has_headword(file) && !twin) {
    *array_push(&self->pages) = file;
    return;
  }
  if (twin)
    session_note(session,
                 arena_format(session->arena, "%.*s: is %.*s again, word for word, and is left out",
                              SLICE_FMT(file->path), SLICE_FMT(twin->path)));
  else if (page)
    session_trouble(session, file->path,
                    SLICE("is no page of a glossary: no line of it is a headword with fields"));
  else
    session_note(session, arena_format(session->arena,
                                       "%.*s: is in the Markdown dialect and needs no import",
                                       SLICE_FMT(file->path)));
  glossary_file_delete(file);
}

static void read_page(Import *self, Slice operand) {
  Session *session = self->session;
  Slice bytes, problem;
  if (!file_read(operand.ptr, &bytes, &problem, session->arena)) {
    session_trouble(session, operand, problem);
    return;
  }
  if (bytes_are_binary(bytes))
    session_trouble(session, operand, SLICE("is binary, not a text"));
  else
    take_page(self, glossary_file_new(operand, (Slice){0}, bytes));
  mem_free((char *)bytes.ptr);
}

// --- files ---

static FileState state_of(Planned *planned, Slice text, Arena *arena) {
  Slice problem;
  if (!path_exists(planned->path.ptr)) return FILE_NEW;
  if (!file_read(planned->path.ptr, &planned->before, &problem, arena)) return FILE_OTHER;
  return slice_eq(planned->before, text) ? FILE_SAME : FILE_OTHER;
}

static void plan_file(Import *self, Slice folder, const ImportedFile *file) {
  Arena *arena = self->session->arena;
  Planned planned = {.shown = path_join(folder, file->name, arena)};
  planned.path = path_absolute(planned.shown, arena);
  planned.state = state_of(&planned, file->text, arena);
  *array_push(&self->plan) = planned;
}

// Whether nothing is in the way. All files are looked at before the first is written.
static bool may_write(Import *self) {
  Session *session = self->session;
  bool free = true;
  for (size_t i = 0; i < self->plan.len && !session->options.force; i++) {
    if (self->plan.items[i].state != FILE_OTHER) continue;
    session_trouble(session, self->plan.items[i].shown,
                    SLICE("is there with other contents: import all pages at once, into another "
                          "folder, or with --force, which writes over it"));
    free = false;
  }
  if (!free) complain((Slice){0}, SLICE("nothing was written"));
  return free;
}

static void write_file(Import *self, const Planned *planned, Slice text) {
  Slice problem;
  Arena *arena = self->session->arena;
  bool replaces = planned->state == FILE_OTHER && planned->before.ptr;
  if (planned->state == FILE_SAME) return;
  bool written = replaces ? file_replace(planned->path, planned->before, text, &problem, arena)
                          : file_write(planned->path, text, &problem, arena);
  if (!written) session_trouble(self->session, planned->shown, problem);
}

// False: there is no folder for them.
static bool write_files(Import *self) {
  Session *session = self->session;
  Slice problem, folder = session->options.to;
  if (!folder_make(path_absolute(folder, session->arena), &problem, session->arena)) {
    session_trouble(session, folder, problem);
    return false;
  }
  for (size_t i = 0; i < self->plan.len; i++)
    write_file(self, &self->plan.items[i], self->imported.files[i].text);
  return true;
}

// --- the report ---

static const char *state_name(FileState state) {
  static const char *const NAMES[] = {
      [FILE_NEW] = "new", [FILE_SAME] = "unchanged", [FILE_OTHER] = "changed"};
  return NAMES[state];
}

static void list_files(const Import *self) {
  const Output *output = &self->session->output;
  for (size_t i = 0; i < self->plan.len; i++) {
    uint32_t count = self->imported.files[i].entry_count;
    output_piece(output, PAINT_PLACE, self->plan.items[i].shown);
    printf(": %u entr%s, %s\n", count, count == 1 ? "y" : "ies",
           state_name(self->plan.items[i].state));
  }
}

static json_t *files_json(const Import *self) {
  json_t *files = json_array();
  for (size_t i = 0; i < self->plan.len; i++) {
    json_t *file = json_object();
    json_object_set_new(file, "file", json_text(self->plan.items[i].shown));
    json_object_set_new(file, "entries", json_integer(self->imported.files[i].entry_count));
    json_object_set_new(file, "state", json_string(state_name(self->plan.items[i].state)));
    json_array_append_new(files, file);
  }
  return files;
}

static void report(const Import *self) {
  const Session *session = self->session;
  const Imported *imported = &self->imported;
  if (session->options.format == FORMAT_TEXT) {
    notices_print(session, self->pages.items, imported->notices, imported->notice_count);
    if (session->options.dry_run) list_files(self);
    return;
  }
  json_t *document = json_object();
  json_object_set_new(document, "files", files_json(self));
  json_object_set_new(
      document, "notices",
      notices_json(session, self->pages.items, imported->notices, imported->notice_count));
  json_print(document);
}

// What there is to look at, by kind, where it is too much to be seen at once.
static void sum_up_notices(const Imported *imported) {
  enum { SEEN_AT_ONCE = 10 };
  for (int kind = 0; kind < NOTICE_KIND_COUNT; kind++) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < imported->notice_count; i++)
      count += (int)imported->notices[i].kind == kind;
    if (count && imported->notice_count > SEEN_AT_ONCE)
      fprintf(stderr, "%6u %s: %s\n", count, notice_name(kind), notice_advice(kind));
  }
}

static void summarize(const Import *self) {
  const Imported *imported = &self->imported;
  size_t pages = self->pages.len, files = imported->file_count;
  fflush(stdout);
  fprintf(stderr, "%u entr%s from %zu page%s into %zu file%s", imported->entry_count,
          imported->entry_count == 1 ? "y" : "ies", pages, pages == 1 ? "" : "s", files,
          files == 1 ? "" : "s");
  if (imported->notice_count)
    fprintf(stderr, "; %u place%s to look at", imported->notice_count,
            imported->notice_count == 1 ? "" : "s");
  fputs(self->session->options.dry_run ? "; nothing was written\n" : "\n", stderr);
  sum_up_notices(imported);
}

// A page that is found as a glossary itself has all terms a second time.
static void warn_of_pages(const Import *self) {
  Session *session = self->session;
  for (size_t i = 0; i < self->pages.len; i++) {
    Slice path = self->pages.items[i]->path;
    if (glossary_is_named(path))
      session_note(session, arena_format(session->arena,
                                         "%.*s: is a glossary by its name, so that its terms are "
                                         "there twice: delete it, or call it .txt",
                                         SLICE_FMT(path)));
  }
}

// --- all of it ---

// The layout is that of the folder, so that `gloss fmt` has nothing to do there.
static ImportStyle style_for(Session *session) {
  Slice file = path_join(path_absolute(session->options.to, session->arena), SLICE("a.gloss.md"),
                         session->arena);
  StyleChoice choice = config_style(session_config(session, file));
  style_override(&choice, &session->options.style);
  return (ImportStyle){session->options.split, style_of(&choice)};
}

static void import(Import *self) {
  Session *session = self->session;
  ImportStyle style = style_for(session);
  self->imported = import_pages(self->pages.items, self->pages.len, &style, session->arena);
  for (uint32_t i = 0; i < self->imported.file_count; i++)
    plan_file(self, session->options.to, &self->imported.files[i]);
  if (!session->options.dry_run && !(may_write(self) && write_files(self))) return;
  report(self);
  if (!session->trouble) summarize(self);
  warn_of_pages(self);
}

static void close(Import *self) {
  for (size_t i = 0; i < self->plan.len; i++) mem_free((char *)self->plan.items[i].before.ptr);
  for (size_t i = 0; i < self->pages.len; i++) glossary_file_delete(self->pages.items[i]);
  array_free(&self->plan);
  array_free(&self->pages);
}

static int run(Session *session) {
  Import self = {.session = session};
  const Paths *operands = &session->options.operands;
  if (!session->options.to.len)
    return usage_complain(&usage, SLICE("--to DIR is missing")), EXIT_TROUBLE;
  for (size_t i = 0; i < operands->len; i++) read_page(&self, operands->items[i]);
  bool any = self.pages.len > 0;
  if (any) import(&self);
  close(&self);
  return any ? EXIT_FINE : EXIT_TROUBLE;
}

int command_import(int argc, char **argv) {
  return session_run(&usage, argc, argv, "a FILE is missing", run);
}

#include "command.h"
#include "disk/replace.h"
#include "notices.h"
#include "session.h"

static const Usage usage = {
    "export",
    "[FILE…] --to FORM",
    "Writes glossaries in another form, as one document on standard output. FILE is a glossary or\n"
    "a folder of them; without one, those that serve the current folder are written.\n\n"
    "  page    as glossary sites have them: a line of names, tags and the category, then the text\n"
    "          in one line. `gloss import` reads it back\n\n"
    "What the form has no place for is left out, and told on standard error.\n\n"
    "Exit code: 0 it is written, 1 there is no entry, 2 wrong usage, or something named could not\n"
    "be read or written.\n",
    OPTIONS_GLOSSARIES | OPTION_EXPORT | OPTION_OUTPUT,
};

typedef Array(GlossaryFile *) Files;

static Files loaded_files(Session *session) {
  const Store *store = session->glossary->store;
  Files files = {0};
  for (size_t i = 0; i < store_file_count(store); i++) *array_push(&files) = store_file(store, i);
  return files;
}

// A page holds less than the glossary it is made of, which so must not be lost to it.
static bool is_written_from(Slice output, const Files *files, Arena *arena) {
  Slice real = path_real(output, arena);
  for (size_t i = 0; i < files->len; i++)
    if (slice_eq(path_real(files->items[i]->path, arena), real)) return true;
  return false;
}

static void write_text(Session *session, const Files *files, Slice text) {
  Slice problem, output = session->options.output;
  Slice path = output.len ? path_absolute(output, session->arena) : output;
  if (!output.len)
    fwrite(text.ptr, 1, text.len, stdout);
  else if (is_written_from(path, files, session->arena))
    session_trouble(session, output,
                    SLICE("is one of the glossaries that are exported: write to another file"));
  else if (!file_write(path, text, &problem, session->arena))
    session_trouble(session, output, problem);
}

static void tell(const Session *session, const Exported *exported, GlossaryFile *const *files) {
  fflush(stdout);
  notices_complain(session, files, exported->notices, exported->notice_count);
  for (uint32_t i = 0; i < exported->loss_count; i++)
    fprintf(stderr, "%s: %u\n", exported->losses[i].what, exported->losses[i].count);
}

static int export(Session *session, const Files *files) {
  const ExportForm *form = session->options.form;
  Exported exported = form->write(files->items, files->len, session->arena);
  if (!exported.entry_count) {
    complain((Slice){0}, SLICE("there is no entry to export"));
    return EXIT_NOTHING;
  }
  write_text(session, files, exported.text);
  tell(session, &exported, files->items);
  return EXIT_FINE;
}

// What is named as a FILE is a glossary as if it were named by --glossary.
static int run(Session *session) {
  Options *options = &session->options;
  if (!options->form)
    return usage_complain(&usage, SLICE("--to FORM is missing; there is " EXPORT_FORMS)),
           EXIT_TROUBLE;
  array_append(&options->glossaries, options->operands.items, options->operands.len);
  options->no_builtin = true; // it is nobody's to be handed on
  session_load(session, &(Paths){0});
  if (session->trouble) return EXIT_TROUBLE;
  Files files = loaded_files(session);
  int exit_code = export(session, &files);
  array_free(&files);
  return exit_code;
}

int command_export(int argc, char **argv) {
  return session_run(&usage, argc, argv, NULL, run);
}

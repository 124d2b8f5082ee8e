// What a check is measured against besides the rules: the lines of a patch, and a baseline.
#include "checking.h"

#include "disk/ignore.h"

// --- the patch ---

static Slice top_of_paths(Session *session) {
  Slice here = path_absolute(SLICE("."), session->arena), top = git_top(here, session->arena);
  return top.len ? top : here;
}

static bool read_changed(Checking *self) {
  Session *session = self->session;
  Slice name = session->options.changed_lines, bytes, problem;
  bool is_stdin = slice_eq(name, SLICE("-")), has_mark;
  bool there = is_stdin ? stdin_read(&bytes, &has_mark, &problem, session->arena)
                        : file_read(name.ptr, &bytes, &problem, session->arena);
  bool fine = there && changed_read(bytes, top_of_paths(session), &self->changed, session->arena);
  if (there) mem_free((char *)bytes.ptr);
  if (there && !fine) problem = SLICE("is no unified diff, as `git diff` writes it");
  if (!fine) session_trouble(session, is_stdin ? SLICE("<stdin>") : name, problem);
  self->by_lines = true;
  return fine;
}

// --- the baseline ---

// One that is about to be written may be missing.
static bool read_baseline(Checking *self) {
  Session *session = self->session;
  Slice name = session->options.baseline, problem;
  Slice path = path_absolute(name, session->arena);
  bool is_new = session->options.update_baseline && !path_exists(path.ptr);
  self->baseline = is_new ? baseline_new(path) : baseline_read(path, &problem, session->arena);
  if (!self->baseline) session_trouble(session, name, problem);
  return self->baseline;
}

bool checking_open(Checking *self) {
  const Options *options = &self->session->options;
  if (options->changed_lines.len && !read_changed(self)) return false;
  return !options->baseline.len || read_baseline(self);
}

static void tell_stale(Checking *self) {
  size_t count;
  const StaleFinding *stale = baseline_stale(self->baseline, &count);
  Arena *arena = self->session->arena;
  if (!count) return;
  fflush(stdout);
  complain(self->session->options.baseline,
           SLICE("these findings no longer occur; --update-baseline drops them:"));
  for (size_t i = 0; i < count; i++) {
    Slice line = arena_format(arena, "  %.*s: %.*s: \xE2\x80\x9C%.*s\xE2\x80\x9D (%u)",
                              SLICE_FMT(stale[i].file), SLICE_FMT(stale[i].rule),
                              SLICE_FMT(stale[i].text), stale[i].count);
    write_visible(stderr, line);
    fputc('\n', stderr);
  }
}

void checking_close(Checking *self) {
  Session *session = self->session;
  Slice problem;
  if (!self->baseline) return;
  if (!session->options.update_baseline)
    tell_stale(self);
  else if (!baseline_write(self->baseline, &problem, session->arena))
    session_trouble(session, session->options.baseline, problem);
}

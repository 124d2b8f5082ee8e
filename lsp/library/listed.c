#include "listed.h"
#include "config/patterns.h"
#include "load.h"

#include <glossary/base/glob.h>

// ---- which files

// One of config_glossaries, with its folder.
typedef struct {
  Slice path;    // absolute: the file or folder; of a glob the folder below which its files are
  Slice pattern; // what paths below it match; empty: no glob
} Listed;

static Listed listed_read(const Config *config, const ConfigGlossary *glossary, Arena *arena) {
  Slice written = glossary->pattern, folder = config_folder(config);
  size_t start = pattern_plain_len(written);
  bool is_glob = start < written.len;
  while (is_glob && start && written.ptr[start - 1] != '/') start--;
  Slice path = slice_to(written, start);
  if (!slice_starts_with(written, SLICE("/"))) path = path_join(folder, path, arena);
  Listed self = {.path = path_absolute(path, arena)};
  if (is_glob) // a slash at its start ties it to the folder
    self.pattern = arena_format(arena, "/%.*s", SLICE_FMT(slice_from(written, start)));
  return self;
}

static bool has(const Listed *self, Slice path) {
  Slice rest;
  if (!path_below(path, self->path, &rest)) return false;
  if (self->pattern.len) return glob_match(self->pattern, rest, false);
  return !rest.len || glossary_is_named(path);
}

static bool listed_has(const Config *config, Slice path) {
  size_t count;
  const ConfigGlossary *named = config_glossaries(config, &count);
  Arena *arena = arena_new();
  bool found = false;
  for (size_t i = 0; i < count && !found; i++) {
    Listed listed = listed_read(config, &named[i], arena);
    found = has(&listed, path);
  }
  arena_delete(arena);
  return found;
}

bool listed_by_any(const Configs *configs, Slice path) {
  for (size_t i = 0; configs && i < configs_count(configs); i++)
    if (listed_has(configs_at(configs, i), path)) return true;
  return false;
}

// ---- loading them

typedef struct {
  Load *load;
  Config *config;
  const ConfigGlossary *glossary;
  Listed listed;
  Slice root;
} Listing;

static void tell(const Listing *self, Slice what) {
  Slice message = arena_format(self->load->arena, "\xE2\x80\x9C%.*s\xE2\x80\x9D %.*s",
                               SLICE_FMT(self->glossary->pattern), SLICE_FMT(what));
  config_add_problem(self->config, self->glossary->range, message);
}

static void tell_unusable(const Listing *self, Slice path, Slice problem) {
  tell(self, arena_format(self->load->arena, "cannot be used: %.*s: %.*s", SLICE_FMT(path),
                          SLICE_FMT(problem)));
}

static void on_problem(void *context, Slice path, Slice problem) {
  tell_unusable(context, path, problem);
}

static bool wants(void *context, Slice path) {
  const Listing *self = context;
  return has(&self->listed, path) && !config_ignores(self->config, path);
}

static bool enters(void *context, Slice path) {
  const Listing *self = context;
  return !config_ignores_folder(self->config, path);
}

static void on_folder(void *context, Slice path) {
  Listing *self = context;
  *array_push(&self->load->loaded->beyond) = path;
}

static bool is_stopped(void *context) {
  const Listing *self = context;
  return load_is_stopped(self->load);
}

static void load_below(Listing *self) {
  WalkOptions options = {.problem = on_problem,
                         .wants = wants,
                         .enters = enters,
                         .folder = on_folder,
                         .context = self,
                         .stopped = is_stopped};
  Paths paths = {0};
  Slice problem;
  walk(self->listed.path, &options, &paths, self->load->arena);
  for (size_t i = 0; i < paths.len && !load_is_stopped(self->load); i++)
    if (!load_file(self->load, paths.items[i], self->root, &problem))
      tell_unusable(self, paths.items[i], problem);
  if (!paths.len)
    tell(self, self->listed.pattern.len ? SLICE("matches no file") : SLICE(LOAD_NO_GLOSSARY));
  array_free(&paths);
}

// Where a file that is not there is seen once it comes.
static void watch_for(const Listing *self) {
  *array_push(&self->load->loaded->beyond) =
      path_nearest_folder(self->listed.path, self->load->arena);
}

static void load_listing(Listing *self) {
  Slice problem;
  if (path_is_folder(self->listed.path.ptr)) {
    load_below(self);
    return;
  }
  watch_for(self);
  if (self->listed.pattern.len)
    tell(self, SLICE("matches no file"));
  else if (!load_file(self->load, self->listed.path, self->root, &problem))
    tell(self, arena_format(self->load->arena, "cannot be used: %.*s", SLICE_FMT(problem)));
}

void load_listed(Load *self, Config *config) {
  size_t count;
  const ConfigGlossary *named = config_glossaries(config, &count);
  Slice root = self->root_of_listed_is_empty ? (Slice){0} : config_folder(config);
  for (size_t i = 0; i < count && !load_is_stopped(self); i++) {
    Listing listing = {self, config, &named[i], listed_read(config, &named[i], self->arena), root};
    load_listing(&listing);
  }
  self->any_listed |= count > 0;
}

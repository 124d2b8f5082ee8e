#include "../base/glob.h"
#include "terms.h"

// Up to the last `/`, without it.
static Slice folder_of(Slice path) {
  size_t end = path.len;
  while (end > 0 && path.ptr[end - 1] != '/') end--;
  return slice_to(path, end > 0 ? end - 1 : 0);
}

static Slice without_slash(Slice folder) {
  while (folder.len && folder.ptr[folder.len - 1] == '/') folder.len--;
  return folder;
}

// Whether `path` lies in `folder`; what remains of it then goes to `*rest`.
static bool is_inside(Slice folder, Slice path, Slice *rest) {
  folder = without_slash(folder);
  if (!slice_starts_with(path, folder) || path.len <= folder.len) return false;
  *rest = slice_from(path, folder.len + 1);
  return path.ptr[folder.len] == '/';
}

// A leading `/` means the workspace folder, everything else the glossary's own.
static bool pattern_admits(const GlossaryFile *file, Slice pattern, Slice path) {
  bool anchored = pattern.len && *pattern.ptr == '/' && file->root.len;
  Slice rest;
  return is_inside(anchored ? file->root : folder_of(file->path), path, &rest) &&
         glob_match(pattern, rest, false);
}

bool scope_admits(Scope scope, const GlossaryFile *file) {
  if (!scope.path.len) return true;
  const FileFacts *facts = &file->facts;
  for (uint32_t i = 0; i < facts->path_count; i++)
    if (pattern_admits(file, facts->paths[i], scope.path)) return true;
  if (facts->path_count) return false;
  Slice rest;
  return !file->root.len || is_inside(file->root, scope.path, &rest);
}

bool scope_same(const GlossaryFile *a, const GlossaryFile *b) {
  const FileFacts *x = &a->facts, *y = &b->facts;
  bool same = slice_eq(a->root, b->root) && x->path_count == y->path_count;
  for (uint32_t i = 0; same && i < x->path_count; i++) same = slice_eq(x->paths[i], y->paths[i]);
  return same && (!x->path_count || slice_eq(folder_of(a->path), folder_of(b->path)));
}

static uint32_t count_parts(Slice path) {
  uint32_t count = 0;
  for (size_t i = 0; i < path.len; i++) count += path.ptr[i] == '/';
  return count;
}

// The length of the folders that both paths begin with.
static size_t common_len(Slice a, Slice b) {
  size_t common = 0, i = 0;
  while (i < a.len && i < b.len && a.ptr[i] == b.ptr[i]) {
    if (a.ptr[i] == '/') common = i;
    i++;
  }
  bool whole = (i == a.len || a.ptr[i] == '/') && (i == b.len || b.ptr[i] == '/');
  return whole ? i : common;
}

uint32_t scope_distance(Scope scope, const GlossaryFile *file) {
  // What is compiled in stands in no folder, and is further away than anything that does.
  if (!file->path.len || *file->path.ptr != '/') return UINT32_MAX;
  Slice here = folder_of(scope.path), there = folder_of(file->path);
  size_t common = common_len(here, there);
  return count_parts(slice_from(here, common)) + count_parts(slice_from(there, common));
}

#include "title.h"

#include "../line.h"
#include "spaces.h"

Slice title_of_page(GlossaryFile *page) {
  Slice rest = text_bytes(page->text), above = {0};
  while (rest.len) {
    Slice line = line_next(&rest);
    bool furniture = line_is_furniture(line, above);
    if (furniture && !line_is_furniture(line, (Slice){0})) return trim_spaces(line);
    if (!line_is_blank(line)) above = line;
  }
  return (Slice){0};
}

Slice title_of_path(Slice path) {
  size_t start = path.len;
  while (start && path.ptr[start - 1] != '/') start--;
  Slice name = slice_from(path, start);
  const char *dot = name.len ? memchr(name.ptr, '.', name.len) : NULL;
  return dot && dot > name.ptr ? slice_to(name, (size_t)(dot - name.ptr)) : name;
}

// `label` behind a colon, taken off.
static Slice without(Slice title, Slice label) {
  if (!label.len || title.len < label.len + 2) return title;
  Slice end = slice_from(title, title.len - label.len);
  Slice front = slice_to(title, title.len - label.len);
  if (!slice_eq_ascii_case(end, label) || !slice_ends_with(front, SLICE(": "))) return title;
  return slice_to(front, front.len - 2);
}

static Slice title_of(GlossaryFile *file) {
  if (file->outline.dialect == DIALECT_PAGE) return title_of_page(file);
  Slice title = without(file->facts.title, file->facts.category);
  return title.len < file->facts.title.len ? title : without(title, title_of_path(file->path));
}

Slice title_of_all(GlossaryFile *const *files, size_t count, Arena *arena) {
  for (size_t i = 0; i < count; i++) {
    Slice title = title_of(files[i]);
    if (title.len) return arena_copy(arena, title);
  }
  return (Slice){0};
}

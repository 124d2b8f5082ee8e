#include "rows.h"

#include <stdio.h>

static int append(const char *bytes, size_t len, void *context) {
  printed_bytes(context, slice_new(bytes, len));
  return 0;
}

void some_rows_add(Printed *some, json_t *row) {
  if (some->len) printed_bytes(some, SLICE(",\n  "));
  json_dump_callback(row, append, some, JSON_ENCODE_ANY);
  json_decref(row);
}

void rows_add_some(Rows *self, Slice some) {
  if (!some.len) return;
  fputs(self->any ? ",\n  " : "[\n  ", stdout);
  self->any = true;
  fwrite(some.ptr, 1, some.len, stdout);
}

void rows_add(Rows *self, json_t *row) {
  Printed some = {0};
  some_rows_add(&some, row);
  rows_add_some(self, printed_slice(&some));
  array_free(&some);
}

void rows_end(const Rows *self) {
  puts(self->any ? "\n]" : "[]");
}

void json_print(json_t *document) {
  json_dumpf(document, stdout, JSON_ENCODE_ANY | JSON_INDENT(2));
  putchar('\n');
  json_decref(document);
}

void json_set_place(json_t *object, PersonPoint start, PersonPoint end) {
  json_object_set_new(object, "line", json_integer(start.line));
  json_object_set_new(object, "column", json_integer(start.column));
  json_object_set_new(object, "endLine", json_integer(end.line));
  json_object_set_new(object, "endColumn", json_integer(end.column));
}

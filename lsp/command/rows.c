#include "rows.h"

#include <stdio.h>

void rows_add(Rows *self, json_t *row) {
  fputs(self->any ? ",\n  " : "[\n  ", stdout);
  self->any = true;
  json_dumpf(row, stdout, JSON_ENCODE_ANY);
  json_decref(row);
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

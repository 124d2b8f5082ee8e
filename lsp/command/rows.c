#include "rows.h"

#include <stdio.h>

static void begin_element(Rows *self) {
  fputs(self->any ? ",\n  " : "[\n  ", stdout);
  self->any = true;
}

void rows_add(Rows *self, json_t *row) {
  begin_element(self);
  json_dumpf(row, stdout, JSON_ENCODE_ANY);
  json_decref(row);
}

void rows_add_some(Rows *self, Slice some) {
  if (!some.len) return;
  begin_element(self);
  fwrite(some.ptr, 1, some.len, stdout);
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

// --- rows without a json_t ---

void row_begin(Printed *some) {
  if (some->len) printed_bytes(some, SLICE(",\n  "));
  printed_bytes(some, SLICE("{"));
}

void row_end(Printed *some) {
  printed_bytes(some, SLICE("}"));
}

static void print_key(Printed *some, const char *key) {
  if (some->items[some->len - 1] != '{') printed_bytes(some, SLICE(", "));
  printed_bytes(some, SLICE("\""));
  printed_bytes(some, slice_of(key));
  printed_bytes(some, SLICE("\": "));
}

void row_text(Printed *some, const char *key, Slice text) {
  print_key(some, key);
  printed_json(some, text);
}

void row_text_or_null(Printed *some, const char *key, Slice text) {
  print_key(some, key);
  if (text.len)
    printed_json(some, text);
  else
    printed_bytes(some, SLICE("null"));
}

static void row_number(Printed *some, const char *key, uint32_t number) {
  print_key(some, key);
  printed_number(some, number);
}

void row_place(Printed *some, PersonPoint start, PersonPoint end) {
  row_number(some, "line", start.line);
  row_number(some, "column", start.column);
  row_number(some, "endLine", end.line);
  row_number(some, "endColumn", end.column);
}

#include "box.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *const codes[] = {"", "2", "1", "32", "33", "31", "36"};

void look_print(Look look, const char *format, ...) {
  bool coloured = look != PLAIN && isatty(STDOUT_FILENO);
  va_list args;
  va_start(args, format);
  if (coloured) printf("\033[%sm", codes[look]);
  vprintf(format, args);
  if (coloured) printf("\033[0m");
  va_end(args);
}

// Columns of a line: every character counts one.
static size_t columns(const char *text, size_t len) {
  size_t count = 0;
  for (size_t i = 0; i < len; i++) count += (text[i] & 0xc0) != 0x80;
  return count;
}

static void repeat(const char *sign, size_t times) {
  while (times--) printf("%s", sign);
}

static void rule(const char *left, const char *right, const char *title, Look look) {
  size_t used = title ? columns(title, strlen(title)) + 3 : 0;
  look_print(look, "%s", left);
  if (title) look_print(look, "─ %s ", title);
  for (size_t i = used; i < BOX_WIDTH + 2; i++) look_print(look, "─");
  look_print(look, "%s\n", right);
}

static void row(const char *text, size_t len, Look look) {
  size_t used = columns(text, len);
  look_print(look, "│ ");
  printf("%.*s", (int)len, text);
  repeat(" ", used < BOX_WIDTH ? BOX_WIDTH - used : 0);
  look_print(look, " │\n");
}

// How much of the line fits into the box; breaks at the last space, or anywhere in a word that is
// too long.
static size_t fitting(const char *line, size_t len) {
  size_t end = 0, space = 0;
  for (size_t used = 0; end < len; end++) {
    if ((line[end] & 0xc0) != 0x80 && used++ == BOX_WIDTH) return space ? space : end;
    if (line[end] == ' ') space = end;
  }
  return len;
}

void box_print(const char *title, Look look, const char *text, size_t lines) {
  size_t printed = 0, hidden = 0;
  rule("╭", "╮", title, look);
  while (*text) {
    size_t line = strcspn(text, "\n"), len = fitting(text, line);
    if (printed < lines)
      row(text, len, look), printed++;
    else
      hidden++;
    text += len;
    if (*text == '\n' || *text == ' ') text++;
  }
  if (hidden) row("…", strlen("…"), look);
  rule("╰", "╯", NULL, look);
}

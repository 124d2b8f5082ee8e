// Box: text in a frame on a terminal, as an editor's popup is.
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum { BOX_WIDTH = 76 }; // of the text inside

typedef enum { PLAIN, DIM, BOLD, GREEN, YELLOW, RED, CYAN } Look;

// Prints a frame with a title around `text`, whose long lines are wrapped at spaces. At most
// `lines` lines of it, the rest counted.
void box_print(const char *title, Look look, const char *text, size_t lines);

// The text between the codes that switch a look on and off; without codes when stdout is no
// terminal.
void look_print(Look look, const char *format, ...) __attribute__((format(printf, 2, 3)));

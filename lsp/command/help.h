// The overview of the program, and what it says to a command it does not have.
#pragma once

#include "command.h"
#include <stddef.h>

void help_print(const Command *commands, size_t count);
void version_print(void);

// Says on stderr that there is no such command, and which one is nearest.
void help_unknown(const char *name, const Command *commands, size_t count);

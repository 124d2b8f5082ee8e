// Option table: what every option is called, what its value means, and what the help says of it.
// Private to options.c, which reads the command line by it.
#pragma once

#include "options.h"

// Takes the value of an option. False when it is not one of those the option knows.
typedef bool Take(Options *options, char *value);

typedef struct {
  const char *name;
  OptionBit bit;
  const char *value; // how the help calls its value; NULL for a flag
  const char *bare;  // the value when it stands without one, NULL when it needs one
  Take *take;
  const char *help;
} Option;

extern const Option OPTION_TABLE[];
extern const size_t OPTION_COUNT;

enum { WHY_MAX = 256 };

// Says in WHY_MAX bytes why `value` is none for an option, where there is more to say than that.
// False where there is not.
bool option_explain(OptionBit bit, Slice value, char *why);

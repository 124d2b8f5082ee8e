// Option table: what every option is called, what its value means, and what the help says of it.
// Private to options.c, which reads the command line by it.
#pragma once

#include "options.h"

// Takes the value of an option. False when it is not one of those the option knows.
typedef bool Take(Options *options, char *value);

enum { WHY_MAX = 256 };

typedef struct {
  const char *name;
  OptionBit bit;
  const char *value; // how the help calls its value; NULL for a flag
  const char *bare;  // the value when it stands without one, NULL when it needs one
  Take *take;
  const char *help;
  // Says in WHY_MAX bytes why a value is none; NULL: that it is none says enough.
  void (*why)(Slice value, char *why);
} Option;

extern const Option OPTION_TABLE[];
extern const size_t OPTION_COUNT;

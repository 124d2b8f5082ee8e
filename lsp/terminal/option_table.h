// Option table: what every option is called, what its value means, and what the help says of it.
// Private to options.c, which reads the command line by it, and to option_values.c.
#pragma once

#include "options.h"

typedef struct Option Option;

// Takes the value of an option. False when it is not one of those the option knows.
typedef bool Take(const Option *self, Options *options, char *value);

struct Option {
  const char *name;
  OptionBit bit;
  const char *value; // how the help calls its value; NULL for a flag
  const char *bare;  // the value when it stands without one, NULL when it needs one
  Take *take;
  size_t field; // where in Options the value goes, for those of `take` that serve many options
  const char *help;
};

extern const Option OPTION_TABLE[];
extern const size_t OPTION_COUNT;

enum { WHY_MAX = 256 };

// Says in WHY_MAX bytes why `value` is none for an option, where there is more to say than that.
// False where there is not.
bool option_explain(OptionBit bit, Slice value, char *why);

// Of any field that is a bool, a Slice (not empty), Paths (one more of them) or an uint16_t from 1
// on.
Take take_flag, take_text, take_one_more, take_number;
Take take_nothing;

// Of one option each.
Take take_format, take_rules_format, take_report_format, take_color, take_split, take_to_form;
Take take_rule, take_fail_level, take_wrap, take_sort;

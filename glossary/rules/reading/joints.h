// Joints: how the words of a name are put together, `fine tuning`, `fine-tuning` or `finetuning`.
// Private to the rules.
#pragma once

#include "../rule.h"

enum { JOINTS_MAX = 4 };

// What stands between the letters of one way of writing; nothing: they are one word.
typedef struct {
  uint64_t key;  // the same for all ways to put the same letters together, in any case and number
  uint32_t kind; // the same for all names that are put together alike
  uint32_t count;
  struct {
    uint32_t letters; // before it
    bool hyphen;      // else a space
  } items[JOINTS_MAX];
} Joints;

// False: the text holds more than letters, digits, spaces and single hyphens, or too many joints.
bool joints_read(Slice text, Joints *joints);

// The letters of `text` with other joints. What a joint keeps is kept as it is written; a capital
// that began a word and now stands inside of one becomes small.
Slice joints_write(Slice text, const Joints *joints, Arena *arena);

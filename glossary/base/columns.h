// Columns: widths as a terminal shows them.
#pragma once

#include "slice.h"

// How many columns a terminal needs for the text, which has no line ends.
uint32_t columns_of(Slice text);

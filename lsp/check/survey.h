// Survey: how all documents of a run write what can be written in several ways.
#pragma once

#include "checking.h"

// Fills `census` where the settings of some document ask for it: then every document is read twice.
// The terms must be up to date.
void take_census(Checking *self);

// Items: the parts of a field's list as they are written, for rules that take one out.
#pragma once

#include "../../field.h"
#include "../rule.h"

// What goes when a whole field goes: its lines with the last line end.
Range field_removal(const RuleContext *context, const Field *field);

// Adds the fix that takes `item` out of the list it stands in. Nothing is added for what stands
// elsewhere, as the parenthesis of a heading does.
void add_removal(RuleContext *context, EntryFinding *finding, bool certain, Range item);

// Items: the parts of a field's list as they are written, for rules that take one out.
#pragma once

#include "../../field.h"
#include "../rule.h"

// The field of the entry, or preamble, that holds `place`; NULL when none does.
const Field *field_at(const RuleContext *context, Range place);

// What goes when a whole field goes: its lines with the last line end.
Range field_removal(const RuleContext *context, const Field *field);

// What goes when `item`, a part of the list of `field` without its marks, is taken out of it: the
// item, its marks and one separator; the whole field when nothing else is in it.
Range item_removal(const RuleContext *context, const Field *field, Range item);

// Adds the fix that takes `item` out of the list it stands in. Nothing is added for what stands
// elsewhere, as the parenthesis of a heading does.
void add_removal(RuleContext *context, EntryFinding *finding, bool certain, Range item);

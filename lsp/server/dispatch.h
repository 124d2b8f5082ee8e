// Dispatch: one message and what comes of it: the method is found, is refused in the wrong state or
// with parameters of another form, or is run. Every request gets its answer, here or by a Begin.
#pragma once

#include "rpc/message.h"
#include "state.h"

// `message` is borrowed. What only this message needs is in `arena`.
void dispatch(State *self, const Message *message, Arena *arena);

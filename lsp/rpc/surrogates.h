// Surrogates: half a surrogate pair in a JSON text (`\ud800`) is no character, yet editors that
// think in UTF-16 send it.
#pragma once

#include "rpc/message.h"

// Writes `json` to `out` with every lone half as `\ufffd`, which has the same length in every
// encoding of positions that can hold the half. False, and nothing written, when there is none.
bool surrogates_mend(Slice json, MessageBytes *out);

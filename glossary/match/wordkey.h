// Word key: the number under which a token meets its other spellings: a hash of its folded stem.
// Equal tokens have equal keys. Tokens with equal keys are candidates only: whoever uses a key
// compares the tokens afterwards, so that no list of words has to be kept.
#pragma once

#include "../base/fold.h"
#include "words.h"

// The key of `token` in `text`. `scratch` is reused between calls.
uint32_t word_key(Slice text, Token token, FoldBuffer *scratch);

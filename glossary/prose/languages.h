// The readers behind the table of languages in prose.c, one file each. Each appends the parts of
// `text`, whatever its bytes.
#pragma once

#include "prose.h"

void prose_read_plain(Slice text, Prose *prose);
void prose_read_markdown(Slice text, Prose *prose);
void prose_read_gloss(Slice text, Prose *prose);
void prose_read_commit(Slice text, Prose *prose);

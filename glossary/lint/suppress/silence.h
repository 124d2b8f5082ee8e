// Silence: the comment that suppresses one finding, written for the language it stands in. What
// reads such comments: directives.h.
#pragma once

#include "../../prose/prose.h"
#include "../../text.h"
#include "../finding.h"

// The edit that puts a `gloss-disable-next-line` for the finding in front of its line: as a line of
// its own with the same indentation, or, where a line of its own would break a paragraph in two, at
// the end of the line above. False where no comment can stand: the language has none, or the line
// lies inside a table or a comment of several lines.
bool silence(const ProseLanguage *language, Text *text, const Finding *finding, Arena *arena,
             Edit *edit);

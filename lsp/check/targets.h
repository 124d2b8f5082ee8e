// Targets: the files that a check is about.
#pragma once

#include "changed.h"
#include "command/document.h"

typedef struct {
  DocumentName name;
  GlossaryFile *glossary; // one of the session's; NULL: a document
  bool has_mark;          // a glossary on standard input that began with a byte order mark
} Target;

typedef Array(Target) Targets;

// Loads the glossaries that are named, and those of the workspace around what is named, into the
// session. `targets`: what the operands name, or standard input; without operands the files of
// `changed`, or else the current folder and the glossaries of --glossary. Files that `changed` does
// not hold are left out (NULL: none is). Ascending by path, each file once, whatever links lead to
// it.
void targets_gather(Session *session, const Changed *changed, Targets *targets);

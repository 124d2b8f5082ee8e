// Merge: what was found on the disk becomes what the Glossary holds, but for the open buffers.
#pragma once

#include "documents.h"
#include "library/library.h"

// Takes over the files of `loaded`. A file whose bytes and folder are what they were stays as it
// is, so a load that brings nothing new costs nothing afterwards; so does one that is open.
void merge(Glossary *glossary, const Documents *documents, Loaded *loaded);

// The builtin glossary gives way to any other: to be called when a glossary is opened in the
// editor.
void merge_away_builtin(Glossary *glossary, const Documents *documents);

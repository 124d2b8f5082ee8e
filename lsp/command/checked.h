// Which glossaries a check is about.
#pragma once

#include "session.h"

typedef Array(GlossaryFile *) Checked;

// Loads the glossaries that are named, and those of the workspace around them, into the session.
// `files`: those to check, ascending by path; borrowed from the session.
void checked_gather(Session *session, Checked *files);

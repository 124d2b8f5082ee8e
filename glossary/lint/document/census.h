// Census: how the documents of a project write what can be written in several ways (`fine tuning`,
// `fine-tuning`): how often each, over all of them. Built by one thread, then only read.
#pragma once

#include "document.h"

typedef struct Census Census;

Census *census_new(void);
void census_delete(Census *self);

// Counts the forms of one document. Safe to be called with a lint that another thread made.
void census_add(Census *self, const DocumentLint *lint);

// Takes the counts of one document away again: `lint` as it was when it was added.
void census_remove(Census *self, const DocumentLint *lint);

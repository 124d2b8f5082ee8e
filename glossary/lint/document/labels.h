// Labels: what the pieces of a document define for all of it (prose/pieces.h). Private to
// document.c.
#pragma once

#include "../../prose/pieces.h"

typedef struct Labels Labels;
typedef Array(uint32_t) LabelIds;

Labels *labels_new(void);
void labels_delete(Labels *self);

// A definition came: returns the id of its label. And one went.
uint32_t labels_add(Labels *self, Slice name);
void labels_remove(Labels *self, uint32_t id);

// Whether other labels are defined than when this was asked last.
bool labels_settle(Labels *self);

bool labels_any(const Labels *self); // ever defined

// As labels_settle found: whether one of `used` may be among those that came or went; and the
// labels that `used` may mean, each once, as they are written where they are defined.
bool labels_touch(Labels *self, const LabelNames *used);
void labels_meant(Labels *self, const LabelNames *used, LabelNames *meant);

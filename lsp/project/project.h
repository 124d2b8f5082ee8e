// Project: answers workspace/diagnostic: what is wrong in all glossaries, and in all documents of
// the workspace folders.
//
// One request after the other. Documents are listed and read on a worker and looked at on the loop,
// a piece a turn, because only the loop may ask the terms while they may change. A file that is
// open is looked at as its buffer is, and one that has not changed since it was looked at last is
// not read again, for clients ask every few seconds.
#pragma once

#include "lint/checker.h"
#include "protocol/client.h"
#include <uv.h>

typedef struct Project Project;

// All is borrowed.
Project *project_new(uv_loop_t *loop, const Checker *checker, const Client *client);

// Once the loop has run dry.
void project_delete(Project *self);

// Answers the request `id` of these parameters when its turn has come and all is known; what is
// found until then is reported if the client has given a token for it.
void project_ask(Project *self, json_t *id, const json_t *params);

// Answers the request as cancelled. False when there is no such request.
bool project_cancel(Project *self, const json_t *id);

// Answers all requests as cancelled.
void project_cancel_all(Project *self);

// Gives up what is under way and answers nothing any more.
void project_stop(Project *self);

// Whether requests are under way, and whether there is something to do on the loop for them now.
bool project_is_busy(const Project *self);
bool project_due(const Project *self);

// Does a piece of what is due.
void project_go_on(Project *self, Arena *arena);

// Waiting: requests about a document that are answered once its findings are known. Other requests
// go first meanwhile.
#pragma once

#include "rpc/message.h"

typedef struct {
  Message message;
  uint64_t edition; // of the document when it was asked about
} Waiter;

// In the order they came.
typedef struct {
  Array(Waiter) items;
} Waiting;

// Takes the message over.
void waiting_add(Waiting *self, Message message, uint64_t edition);

// The first of them; it is the caller's. To be called only when there is one.
Message waiting_pop(Waiting *self);

// Takes out the request with that id; it is the caller's. False when there is none.
bool waiting_take(Waiting *self, const json_t *id, Message *message);

void waiting_free(Waiting *self);

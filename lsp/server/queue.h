// Queue: messages in the order they came, until their turn.
#pragma once

#include "rpc/message.h"

// Above this much waiting, the server reads no more until half of it is done.
#define QUEUE_MAX_BYTES ((size_t)64 * 1024 * 1024)

typedef struct Queue Queue;

Queue *queue_new(void);
void queue_delete(Queue *self);

// Takes the message over. `bytes`: how long it was.
void queue_push(Queue *self, Message message, size_t bytes);

// The message whose turn it is, borrowed, or NULL.
const Message *queue_first(const Queue *self);

// Takes the first message out; it is the caller's.
Message queue_pop(Queue *self);

// Takes out the request with that id, the first to come of several, wherever it waits, without
// looking through the queue; it is the caller's. False when there is none.
bool queue_take(Queue *self, const json_t *id, Message *message);

size_t queue_bytes(const Queue *self);

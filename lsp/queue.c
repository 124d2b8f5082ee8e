#include "queue.h"

// What a message costs beside its text.
enum { MESSAGE_COST = 512 };

typedef struct {
  Message message;
  size_t bytes;
} Item;

struct Queue {
  Array(Item) items;
  size_t first; // items before it are gone
  size_t bytes;
};

Queue *queue_new(void) {
  return mem_zero(1, sizeof(Queue));
}

void queue_delete(Queue *self) {
  if (!self) return;
  while (queue_first(self)) {
    Message message = queue_pop(self);
    message_free(&message);
  }
  array_free(&self->items);
  mem_free(self);
}

size_t queue_bytes(const Queue *self) {
  return self->bytes;
}

// Forgets the items that are gone once they are half of all: each item is moved once at most.
static void compact(Queue *self) {
  if (self->first * 2 < self->items.len) return;
  array_remove(&self->items, 0, self->first);
  self->first = 0;
}

void queue_push(Queue *self, Message message, size_t bytes) {
  *array_push(&self->items) = (Item){message, bytes + MESSAGE_COST};
  self->bytes += bytes + MESSAGE_COST;
}

const Message *queue_first(const Queue *self) {
  return self->first < self->items.len ? &self->items.items[self->first].message : NULL;
}

Message queue_pop(Queue *self) {
  Item item = self->items.items[self->first++];
  self->bytes -= item.bytes;
  compact(self);
  return item.message;
}

bool queue_take(Queue *self, const json_t *id, Message *message) {
  for (size_t i = self->first; i < self->items.len; i++) {
    Item item = self->items.items[i];
    if (item.message.kind != MESSAGE_REQUEST || !json_equal(item.message.id, id)) continue;
    *message = item.message;
    self->bytes -= item.bytes;
    array_remove(&self->items, i, 1);
    return true;
  }
  return false;
}

#include "waiting.h"

void waiting_add(Waiting *self, Message message, uint64_t edition) {
  *array_push(&self->items) = (Waiter){message, edition};
}

static Message take_out(Waiting *self, size_t index) {
  Message message = self->items.items[index].message;
  array_remove(&self->items, index, 1);
  return message;
}

Message waiting_pop(Waiting *self) {
  return take_out(self, 0);
}

bool waiting_take(Waiting *self, const json_t *id, Message *message) {
  for (size_t i = 0; i < self->items.len; i++) {
    if (!json_equal(self->items.items[i].message.id, id)) continue;
    *message = take_out(self, i);
    return true;
  }
  return false;
}

void waiting_free(Waiting *self) {
  for (size_t i = 0; i < self->items.len; i++) message_free(&self->items.items[i].message);
  array_free(&self->items);
}

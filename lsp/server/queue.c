#include "queue.h"

#include <glossary/base/hash.h>

// What a message costs beside its text.
enum { MESSAGE_COST = 512, BUCKETS_LEAST = 64 };

typedef struct Item Item;

struct Item {
  Message message;
  size_t bytes;
  Item *before, *after; // in the order they came
  Item *later;          // the next of its bucket, which came after it
};

// Requests whose ids share a hash, in the order they came: the first one of the queue is the first
// of its bucket.
typedef struct {
  Item *first, *last;
} Bucket;

struct Queue {
  Item *first, *last;
  size_t bytes;
  Bucket *buckets; // of the requests, by id
  size_t bucket_count, request_count;
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
  mem_free(self->buckets);
  mem_free(self);
}

size_t queue_bytes(const Queue *self) {
  return self->bytes;
}

// ---- requests by id

static Bucket *bucket_of(const Queue *self, const json_t *id) {
  json_int_t number = json_integer_value(id);
  Slice key = json_is_string(id) ? slice_new(json_string_value(id), json_string_length(id))
                                 : slice_new((const char *)&number, sizeof number);
  return &self->buckets[hash_bytes(key) & (self->bucket_count - 1)];
}

static void bucket_add(Bucket *self, Item *item) {
  item->later = NULL;
  if (self->last)
    self->last->later = item;
  else
    self->first = item;
  self->last = item;
}

// `before`: the one before it in its bucket, or NULL.
static void bucket_remove(Bucket *self, Item *item, Item *before) {
  if (before)
    before->later = item->later;
  else
    self->first = item->later;
  if (self->last == item) self->last = before;
}

static void fill_buckets(Queue *self) {
  for (Item *item = self->first; item; item = item->after)
    if (item->message.kind == MESSAGE_REQUEST) bucket_add(bucket_of(self, item->message.id), item);
}

static void grow_buckets(Queue *self) {
  mem_free(self->buckets);
  self->bucket_count = self->bucket_count ? self->bucket_count * 2 : BUCKETS_LEAST;
  self->buckets = mem_zero(self->bucket_count, sizeof *self->buckets);
  fill_buckets(self);
}

static void add_request(Queue *self, Item *item) {
  if (self->request_count == self->bucket_count) grow_buckets(self);
  bucket_add(bucket_of(self, item->message.id), item);
  self->request_count++;
}

static void remove_request(Queue *self, Item *item, Item *before) {
  bucket_remove(bucket_of(self, item->message.id), item, before);
  self->request_count--;
}

// ---- the order

static void append(Queue *self, Item *item) {
  item->before = self->last;
  if (self->last)
    self->last->after = item;
  else
    self->first = item;
  self->last = item;
  self->bytes += item->bytes;
}

static Message take_out(Queue *self, Item *item) {
  Message message = item->message;
  *(item->before ? &item->before->after : &self->first) = item->after;
  *(item->after ? &item->after->before : &self->last) = item->before;
  self->bytes -= item->bytes;
  mem_free(item);
  return message;
}

void queue_push(Queue *self, Message message, size_t bytes) {
  Item *item = mem_zero(1, sizeof *item);
  item->message = message;
  item->bytes = bytes + MESSAGE_COST;
  if (message.kind == MESSAGE_REQUEST) add_request(self, item);
  append(self, item);
}

const Message *queue_first(const Queue *self) {
  return self->first ? &self->first->message : NULL;
}

Message queue_pop(Queue *self) {
  if (self->first->message.kind == MESSAGE_REQUEST) remove_request(self, self->first, NULL);
  return take_out(self, self->first);
}

bool queue_take(Queue *self, const json_t *id, Message *message) {
  if (!self->request_count) return false;
  Item *before = NULL, *item = bucket_of(self, id)->first;
  for (; item && !json_equal(item->message.id, id); item = item->later) before = item;
  if (!item) return false;
  remove_request(self, item, before);
  *message = take_out(self, item);
  return true;
}

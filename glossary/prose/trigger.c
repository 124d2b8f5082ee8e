#include "trigger.h"

// Sixteen bytes are compared at once.
typedef char Block __attribute__((vector_size(16)));

typedef struct {
  Block marks[TRIGGER_MAX]; // sixteen times the same byte each
  bool stops[256];
} Triggers;

static Triggers triggers_new(const char *bytes) {
  Triggers self = {0};
  size_t len = strlen(bytes);
  for (size_t i = 0; i < TRIGGER_MAX; i++) {
    char c = bytes[i < len ? i : 0];
    self.marks[i] = (Block){0} + c;
    self.stops[(uint8_t)c] = true;
  }
  return self;
}

static bool holds_none(const Triggers *self, const char *bytes) {
  Block block;
  memcpy(&block, bytes, sizeof block);
  Block hits = (block == self->marks[0]) | (block == self->marks[1]) | (block == self->marks[2]) |
               (block == self->marks[3]) | (block == self->marks[4]) | (block == self->marks[5]);
  uint64_t halves[2];
  memcpy(halves, &hits, sizeof halves);
  return !(halves[0] | halves[1]);
}

static uint32_t next_trigger(const Triggers *self, Slice text, uint32_t at, uint32_t end) {
  while (at < end) {
    if (at + sizeof(Block) <= text.len && holds_none(self, text.ptr + at)) {
      at += sizeof(Block);
      continue;
    }
    uint32_t stop = end - at > sizeof(Block) ? at + (uint32_t)sizeof(Block) : end;
    while (at < stop && !self->stops[(uint8_t)text.ptr[at]]) at++;
    if (at < stop) return at;
  }
  return end;
}

static void find_in_run(Pass *pass, const Triggers *triggers, Finder find, Cuts *cuts) {
  uint32_t at = next_trigger(triggers, pass->text, pass->run.start, pass->run.end);
  while (at < pass->run.end) {
    Cut cut = find(pass, at++);
    if (range_len(cut.range)) {
      *array_push(cuts) = cut;
      if (cut.range.end > at) at = cut.range.end;
      pass->run.start = at;
    }
    at = next_trigger(triggers, pass->text, at, pass->run.end);
  }
}

void triggers_cut(Slice text, const char *bytes, Finder find, Prose *prose, size_t first) {
  Triggers triggers = triggers_new(bytes);
  Pass pass = {.text = text};
  Cuts cuts = {0};
  for (size_t i = first; i < prose->parts.len; i++) {
    Range part = prose->parts.items[i].range;
    uint32_t cut_to = cuts.len ? cuts.items[cuts.len - 1].range.end : 0;
    pass.run = (Range){part.start > cut_to ? part.start : cut_to, part.end};
    find_in_run(&pass, &triggers, find, &cuts);
  }
  cuts_apply(&cuts, prose, first);
  array_free(&cuts);
}

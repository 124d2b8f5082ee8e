// Going over text by blocks, so that a pass costs little where there is nothing to cut.
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

static inline Block hits_in(const Triggers *self, const char *bytes) {
  Block block;
  memcpy(&block, bytes, sizeof block);
  return (block == self->marks[0]) | (block == self->marks[1]) | (block == self->marks[2]) |
         (block == self->marks[3]) | (block == self->marks[4]) | (block == self->marks[5]);
}

// The first byte that is set, of eight that are all ones or all zeros.
static inline uint32_t first_set(uint64_t bytes) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return (uint32_t)__builtin_clzll(bytes) / 8;
#else
  return (uint32_t)__builtin_ctzll(bytes) / 8;
#endif
}

// The place of the first hit; the length of a block when there is none.
static inline uint32_t first_hit(Block hits) {
  uint64_t halves[2];
  memcpy(halves, &hits, sizeof halves);
  if (!(halves[0] | halves[1])) return sizeof hits;
  return halves[0] ? first_set(halves[0]) : sizeof *halves + first_set(halves[1]);
}

static uint32_t next_trigger(const Triggers *self, Slice text, uint32_t at, uint32_t end) {
  enum { STEP = sizeof(Block) };
  while (at < end && at + 2 * STEP <= text.len) {
    Block first = hits_in(self, text.ptr + at), second = hits_in(self, text.ptr + at + STEP);
    if (first_hit(first | second) == STEP) {
      at += 2 * STEP;
      continue;
    }
    uint32_t hit = first_hit(first);
    if (hit == STEP) hit += first_hit(second);
    return at + hit < end ? at + hit : end;
  }
  while (at < end && !self->stops[(uint8_t)text.ptr[at]]) at++;
  return at < end ? at : end;
}

static void find_in_part(Pass *pass, const Triggers *triggers, Finder find, Cuts *cuts) {
  uint32_t at = next_trigger(triggers, pass->text, pass->part.start, pass->part.end);
  while (at < pass->part.end) {
    Cut cut = find(pass, at++);
    if (range_len(cut.range)) {
      *array_push(cuts) = cut;
      if (cut.range.end > at) at = cut.range.end;
      pass->part.start = at;
    }
    at = next_trigger(triggers, pass->text, at, pass->part.end);
  }
}

void triggers_cut(Slice text, const char *bytes, Finder find, Prose *prose, size_t first) {
  Triggers triggers = triggers_new(bytes);
  Pass pass = {.text = text, .prose = prose};
  Cuts cuts = {0};
  for (size_t i = first; i < prose->parts.len; i++) {
    Range part = prose->parts.items[i].range;
    uint32_t cut_to = cuts.len ? cuts.items[cuts.len - 1].range.end : 0;
    pass.part = (Range){part.start > cut_to ? part.start : cut_to, part.end};
    find_in_part(&pass, &triggers, find, &cuts);
  }
  cuts_apply(&cuts, prose, first);
  array_free(&cuts);
}

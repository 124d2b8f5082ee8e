// One pass over the line. At each place where a block may begin (the start of the line, the end of
// a block that tells its end, and behind each blank in a text) the table of beginnings is asked
// what begins there; a text goes on until something does.
#include "../prose/seek.h"
#include "reader.h"

static bool tells_its_end(const Block *block) {
  return block->range.end > 0;
}

// The next blank at which something may begin, from `at` on: none in what is guarded, of which
// `*guard` is the next. The end of the line when there is none.
static uint32_t next_blank(const Reader *self, uint32_t at, size_t *guard) {
  const Guards *guards = self->guards;
  uint32_t end = (uint32_t)self->line.len, blank = seek(self->line, at, end, SLICE(" "));
  while (at < end) {
    if (blank < at) blank = seek(self->line, at, end, SLICE(" "));
    while (*guard < guards->len && guards->items[*guard].range.end <= at) (*guard)++;
    if (*guard == guards->len || guards->items[*guard].range.start > blank) return blank;
    at = guards->items[*guard].range.end;
  }
  return at;
}

// A text goes on to where the next block begins: that one is put into `next`.
static uint32_t text_end(Reader *self, uint32_t at, size_t *guard, Block *next) {
  uint32_t end = (uint32_t)self->line.len;
  for (; (at = next_blank(self, at, guard)) + 1 < end; at++) {
    bool last = self->line.ptr[at + 1] != ' ';
    if (last && reader_begins(self, (Place){at + 1, false}, next)) return at;
  }
  return end;
}

// Lists end where something else than an item begins.
static void follow(Reader *self, const Block *block) {
  bool item = block->kind == BLOCK_BULLET || block->kind == BLOCK_STEP;
  if (!item) self->plain_bullets = false;
  if (!item) self->step = 0;
}

static Block *push(Reader *self, Block block) {
  follow(self, &block);
  *array_push(self->blocks) = block;
  return &self->blocks->items[self->blocks->len - 1];
}

void blocks_read(Slice line, const Guards *guards, const Subject *subject, Blocks *out) {
  Reader self = {.line = line, .guards = guards, .blocks = out, .subject = subject};
  self.dashes = table_dashes(line, 0);
  bool opens[256];
  reader_find_openings(&self, opens);
  self.opens = opens;
  size_t guard = 0;
  Block block = {0};
  bool begun = false; // `block` was found by the text before it
  for (uint32_t at = reader_skip(&self, 0); at < line.len; at = reader_skip(&self, at)) {
    if (!begun && !reader_begins(&self, (Place){at, true}, &block))
      block = (Block){BLOCK_PARAGRAPH, .range.start = at, .content.start = at};
    begun = false;
    Block *kept = push(&self, block);
    if (tells_its_end(kept)) {
      at = kept->range.end;
      continue;
    }
    size_t index = out->len - 1;
    uint32_t end = text_end(&self, kept->content.start, &guard, &block);
    kept = &out->items[index];
    kept->range.end = kept->content.end = end;
    begun = end < line.len;
    at = end;
  }
}

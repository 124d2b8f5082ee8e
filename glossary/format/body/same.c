// What md4c makes of two bodies, compared by a digest: each of its calls leaves a trace in it.
#include "../../line.h"
#include "../../prose/markdown/markdown.h"
#include "../layout.h"

#include <md4c.h>

enum { NO_TEXT = -1, LEAVING = 64, SPAN = 128, SPACE = 256, BREAK, TYPE };

typedef struct {
  uint64_t hash;
  bool exact;   // white space counts: in a block of code or HTML
  bool started; // there is text in the block, or behind a break
  bool space;   // white space is behind it
  int type;     // of the last text
} Digest;

static void mix(Digest *self, uint32_t value) {
  self->hash = (self->hash ^ value) * UINT64_C(0x100000001B3);
}

static void mix_number(Digest *self, uint32_t value) {
  self->hash ^= self->hash >> 32;
  self->hash = (self->hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
}

// White space counts once, and between words only.
static void mix_words(Digest *self, Slice text, int type) {
  for (size_t i = 0; i < text.len; i++) {
    if (byte_is_blank(text.ptr[i])) {
      self->space = true;
      continue;
    }
    if (self->space && self->started) mix(self, SPACE);
    if (self->type != type) mix(self, TYPE + (uint32_t)type);
    self->space = false;
    self->started = true;
    self->type = type;
    mix(self, (uint8_t)text.ptr[i]);
  }
}

static void mix_exact(Digest *self, Slice text) {
  for (size_t i = 0; i < text.len; i++) mix(self, (uint8_t)text.ptr[i]);
}

static void mix_attribute(Digest *self, const MD_ATTRIBUTE *attribute) {
  Digest words = {.hash = self->hash, .type = NO_TEXT};
  if (attribute->size) mix_words(&words, slice_new(attribute->text, attribute->size), NO_TEXT);
  self->hash = words.hash;
  mix_number(self, attribute->text != NULL);
}

// --- blocks ---

static void begin_text(Digest *self) {
  self->started = self->space = false;
  self->type = NO_TEXT;
}

static void mix_list(Digest *self, uint32_t start, uint32_t tight, uint32_t sign) {
  mix_number(self, start);
  mix_number(self, tight != 0);
  mix_number(self, sign);
}

static void mix_code(Digest *self, const MD_BLOCK_CODE_DETAIL *code) {
  mix_attribute(self, &code->info);
  mix_attribute(self, &code->lang);
  mix_number(self, (uint8_t)code->fence_char);
}

static void mix_detail(Digest *self, MD_BLOCKTYPE type, const void *detail) {
  const MD_BLOCK_OL_DETAIL *numbered = detail;
  const MD_BLOCK_UL_DETAIL *bulleted = detail;
  const MD_BLOCK_LI_DETAIL *item = detail;
  switch (type) {
  case MD_BLOCK_OL:
    mix_list(self, numbered->start, numbered->is_tight != 0, (uint8_t)numbered->mark_delimiter);
    break;
  case MD_BLOCK_UL:
    mix_list(self, 0, bulleted->is_tight != 0, 0);
    break;
  case MD_BLOCK_LI:
    mix_number(self, item->is_task ? (uint8_t)item->task_mark : 0);
    break;
  case MD_BLOCK_H:
    mix_number(self, ((const MD_BLOCK_H_DETAIL *)detail)->level);
    break;
  case MD_BLOCK_CODE:
    mix_code(self, detail);
    break;
  case MD_BLOCK_TABLE:
    mix_number(self, ((const MD_BLOCK_TABLE_DETAIL *)detail)->col_count);
    break;
  case MD_BLOCK_TH:
  case MD_BLOCK_TD:
    mix_number(self, ((const MD_BLOCK_TD_DETAIL *)detail)->align);
    break;
  default:
    break;
  }
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *context) {
  Digest *self = context;
  begin_text(self);
  mix_number(self, type);
  mix_detail(self, type, detail);
  self->exact = type == MD_BLOCK_CODE || type == MD_BLOCK_HTML;
  return 0;
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *context) {
  (void)detail;
  Digest *self = context;
  begin_text(self);
  mix_number(self, LEAVING | type);
  self->exact = false;
  return 0;
}

// --- spans ---

static void mix_space(Digest *self) {
  if (self->space && self->started) mix(self, SPACE);
  self->space = false;
  self->started = true;
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *context) {
  Digest *self = context;
  mix_space(self);
  mix_number(self, SPAN | type);
  self->type = NO_TEXT;
  if (type == MD_SPAN_A) {
    mix_attribute(self, &((MD_SPAN_A_DETAIL *)detail)->href);
    mix_attribute(self, &((MD_SPAN_A_DETAIL *)detail)->title);
  } else if (type == MD_SPAN_IMG) {
    mix_attribute(self, &((MD_SPAN_IMG_DETAIL *)detail)->src);
    mix_attribute(self, &((MD_SPAN_IMG_DETAIL *)detail)->title);
  } else if (type == MD_SPAN_WIKILINK) {
    mix_attribute(self, &((MD_SPAN_WIKILINK_DETAIL *)detail)->target);
  }
  return 0;
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *context) {
  (void)detail;
  Digest *self = context;
  mix_space(self);
  mix_number(self, SPAN | LEAVING | type);
  self->type = NO_TEXT;
  return 0;
}

// --- text ---

static int on_text(MD_TEXTTYPE type, const MD_CHAR *ptr, MD_SIZE len, void *context) {
  Digest *self = context;
  Slice text = slice_new(ptr, len);
  if (type == MD_TEXT_SOFTBR) {
    self->space = true;
    return 0;
  }
  if (type == MD_TEXT_BR) {
    mix(self, BREAK);
    self->started = self->space = false;
    return 0;
  }
  if (self->exact) {
    mix_exact(self, text);
    return 0;
  }
  mix_words(self, text, (int)type);
  return 0;
}

// --- bodies ---

// `lines` empty lines stand before the body: see prose/markdown/places.c.
static bool digest(Slice body, uint32_t lines, uint64_t *result) {
  const MD_PARSER parser = {
      .flags = MARKDOWN_FLAGS,
      .enter_block = on_enter_block,
      .leave_block = on_leave_block,
      .enter_span = on_enter_span,
      .leave_span = on_leave_span,
      .text = on_text,
  };
  size_t len = lines + body.len + 1;
  char *copy = mem_alloc(len + 1);
  memset(copy, '\n', lines);
  if (body.len) memcpy(copy + lines, body.ptr, body.len);
  copy[len - 1] = '\n';
  copy[len] = '\0';
  Digest self = {.hash = 0, .type = NO_TEXT};
  bool read = md_parse(copy, (MD_SIZE)len, &parser, &self) == 0;
  mem_free(copy);
  *result = self.hash;
  return read;
}

static Slice without_last_ends(Slice body) {
  while (body.len && byte_is_line_end(body.ptr[body.len - 1])) body.len--;
  return body;
}

static bool same_lines(Slice a, Slice b) {
  while (a.len && b.len)
    if (!slice_eq(line_next(&a), line_next(&b))) return false;
  return a.len == b.len;
}

// Where md4c stumbles is guessed well but not always: what differs is read again elsewhere.
bool layout_same_body(Slice before, Slice after) {
  enum { TRIES = 4, STEP = 37 };
  before = without_last_ends(before), after = without_last_ends(after);
  if (same_lines(before, after)) return true;
  uint32_t lines_before = empty_lines_needed(before), lines_after = empty_lines_needed(after);
  for (uint32_t try = 0; try < TRIES; try++) {
    uint64_t of_before, of_after;
    bool read = digest(before, lines_before + try * STEP, &of_before) &&
                digest(after, lines_after + try * STEP, &of_after);
    if (read && of_before == of_after) return true;
  }
  return false;
}

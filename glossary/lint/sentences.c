#include "sentences.h"

#include "../base/hash.h"
#include "../line.h"

typedef struct {
  Slice body;
  uint32_t shift;
  SentenceFacts *out;
  uint64_t hash;
  uint32_t start, words;
  bool in_word, begun;
} Reader;

static void begin_anew(Reader *self) {
  self->hash = 0;
  self->words = 0;
  self->in_word = self->begun = false;
}

static void end_sentence(Reader *self, uint32_t end) {
  if (self->begun && self->words >= SENTENCE_WORDS_MIN)
    *array_push(self->out) =
        (SentenceFact){self->hash, {self->start + self->shift, end + self->shift}};
  begin_anew(self);
}

// What is left of a byte when capitals, marks and white space do not count; 0: nothing.
static unsigned char sound_of(char c) {
  if (byte_is_upper(c)) return (unsigned char)(c | 0x20);
  return byte_is_letter(c) || byte_is_digit(c) || (unsigned char)c >= 0x80 ? (unsigned char)c : 0;
}

static void take_byte(Reader *self, uint32_t at) {
  unsigned char sound = sound_of(self->body.ptr[at]);
  if (!sound) {
    self->in_word = false;
    return;
  }
  if (!self->begun) self->start = at;
  self->begun = true;
  if (!self->in_word) self->words++, self->hash = (self->hash ^ ' ') * UINT64_C(0x100000001B3);
  self->in_word = true;
  self->hash = (self->hash ^ sound) * UINT64_C(0x9E3779B97F4A7C15);
  self->hash ^= self->hash >> 29;
}

static bool closes(char c) {
  return byte_is_one_of(c, "\"')*_]}");
}

// Where a sentence ends whose period is at `at`: behind what closes with it. 0: the period ends
// none, as in `3.5` and `e.g. this`.
static uint32_t sentence_end(Slice body, uint32_t at) {
  if (!byte_is_one_of(body.ptr[at], ".!?")) return 0;
  uint32_t end = at + 1;
  while (end < body.len && closes(body.ptr[end])) end++;
  if (end == body.len) return end;
  if (!byte_is_blank(body.ptr[end]) && body.ptr[end] != '\n' && body.ptr[end] != '\r') return 0;
  Slice next = slice_trim(slice_from(body, end));
  bool goes_on = next.len && next.ptr[0] >= 'a' && next.ptr[0] <= 'z';
  return goes_on ? 0 : end;
}

// Whether what stands before `at` is no part of the sentence that follows: the key of an item
// (`**Use**: …`), or what an item of a list that was flattened into the line comes after.
static bool begins_item(Slice body, uint32_t at) {
  static const char *const SIGNS[] = {"**: ", ":** ", " - **", " \xE2\x80\xA2 "};
  if (!byte_is_one_of(body.ptr[at], "*: ")) return false;
  for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
    if (slice_starts_with(slice_from(body, at), slice_of(SIGNS[i]))) return true;
  return false;
}

static void read_line(Reader *self, Range line) {
  for (uint32_t at = line.start; at < line.end; at++) {
    if (begins_item(self->body, at)) begin_anew(self);
    take_byte(self, at);
    if (sound_of(self->body.ptr[at])) continue;
    uint32_t end = sentence_end(self->body, at);
    if (end) end_sentence(self, end);
  }
  self->in_word = false;
}

// Whether the line goes on with the paragraph of the one before.
static bool goes_on(Slice line) {
  return line.len && !byte_is_one_of(line.ptr[0], "#|>-+*");
}

static bool is_text(Slice line) {
  return line.len && !byte_is_one_of(line.ptr[0], "#|");
}

void sentences_read(Slice body, uint32_t shift, SentenceFacts *out) {
  Reader self = {.body = body, .shift = shift, .out = out};
  Fence open = {0};
  for (Slice rest = body; rest.len;) {
    Slice line = line_next(&rest), text = slice_trim(line);
    bool inside = line_in_fence(line, &open);
    if (inside || !goes_on(text)) begin_anew(&self);
    if (!inside && is_text(text)) read_line(&self, range_of(body, text));
  }
}

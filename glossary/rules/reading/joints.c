#include "joints.h"

#include "../../base/hash.h"
#include "../../words/words.h"

static uint32_t letters_in(Slice text) {
  uint32_t count = 0;
  for (size_t i = 0; i < text.len; i++) count += ((uint8_t)text.ptr[i] & 0xC0) != 0x80;
  return count;
}

// A line end after a hyphen, or blanks beside it, say too little of what was meant.
static bool is_plain_joint(const Token *token) {
  bool loose = token->hyphen && (token->blank || token->line);
  return token->before == JOINT_SPACE && !loose;
}

// Takes in the token and the joint before it.
static bool add_token(Joints *self, uint32_t letters, const Token *token) {
  if (token->kind != TOKEN_WORD || token->pieces) return false;
  if (!letters) return true;
  if (!is_plain_joint(token) || self->count == JOINTS_MAX) return false;
  self->items[self->count].letters = letters;
  self->items[self->count++].hyphen = token->hyphen;
  return true;
}

static uint64_t key_of(FoldBuffer *letters) {
  fold_stem(letters);
  return hash_bytes(slice_new(letters->items, letters->len));
}

static uint32_t kind_of(const Joints *self) {
  uint32_t kind = 0;
  for (uint32_t i = 0; i < self->count; i++)
    kind = kind * 0x9E3779B1u + self->items[i].letters * 2 + self->items[i].hyphen;
  return kind;
}

bool joints_read(Slice text, Joints *joints) {
  Tokens tokens = {0};
  FoldBuffer all = {0}, word = {0};
  uint32_t letters = 0;
  *joints = (Joints){0};
  words_split(text, NULL, &tokens);
  bool fine = tokens.len > 0;
  for (size_t i = 0; fine && i < tokens.len; i++) {
    Slice written = slice_range(text, tokens.items[i].range);
    fine = add_token(joints, letters, &tokens.items[i]);
    letters += letters_in(written);
    fold_word(written, &word);
    array_append(&all, word.items, word.len);
  }
  joints->kind = kind_of(joints);
  if (fine) joints->key = key_of(&all);
  array_free(&tokens);
  array_free(&all);
  array_free(&word);
  return fine;
}

// --- writing ---

typedef struct {
  Slice text;
  const Joints *joints;
  Array(char) out;
  uint32_t letters, next;
} Joiner;

// What is to be written where `gap` stands; either may be empty.
static Slice joint_instead(Joiner *self, Slice gap) {
  bool joint = self->next < self->joints->count &&
               self->joints->items[self->next].letters == self->letters && self->letters;
  if (!joint) return (Slice){0};
  bool hyphen = self->joints->items[self->next++].hyphen;
  bool kept = gap.len && hyphen == (memchr(gap.ptr, '-', gap.len) != NULL);
  return kept ? gap : hyphen ? SLICE("-") : SLICE(" ");
}

static void write_letter(Joiner *self, size_t at, bool inside) {
  char c = self->text.ptr[at];
  bool small_after = at + 1 < self->text.len && byte_is_lower(self->text.ptr[at + 1]);
  *array_push(&self->out) = inside && small_after ? byte_lower(c) : c;
}

static bool is_joint(char c) {
  return c == '-' || byte_is_blank(c);
}

static bool is_inside_letter(char c) {
  return ((uint8_t)c & 0xC0) == 0x80;
}

Slice joints_write(Slice text, const Joints *joints, Arena *arena) {
  Joiner self = {.text = text, .joints = joints};
  for (size_t at = 0, start = 0; at < text.len; start = at) {
    while (at < text.len && is_joint(text.ptr[at])) at++;
    if (at == text.len) break;
    Slice gap = slice_range(text, (Range){(uint32_t)start, (uint32_t)at});
    Slice joint = is_inside_letter(text.ptr[at]) ? (Slice){0} : joint_instead(&self, gap);
    array_append(&self.out, joint.ptr, joint.len);
    if (!is_inside_letter(text.ptr[at])) self.letters++;
    write_letter(&self, at, gap.len && !joint.len);
    at++;
  }
  Slice result = arena_copy(arena, slice_new(self.out.items, self.out.len));
  array_free(&self.out);
  return result;
}

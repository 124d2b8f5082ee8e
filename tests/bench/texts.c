#include "texts.h"
#include "dice.h"
#include "terms.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum {
  LINE_WIDTH = 80,
  PIECE_SIZE = TERM_SIZE + 32,
};

typedef struct {
  FILE *out;
  size_t len;
  uint32_t column;
  uint64_t seed;
  Vocabulary *vocabulary;
  TextKind kind;
} Writer;

static uint32_t below(Writer *self, uint32_t sides) {
  return dice_below(&self->seed, sides);
}

// Pieces hold no line end but at their own end.
__attribute__((format(printf, 2, 3))) static void put(Writer *self, const char *format, ...) {
  va_list args;
  va_start(args, format);
  int len = vfprintf(self->out, format, args);
  va_end(args);
  self->len += (size_t)len;
  self->column += (uint32_t)len;
}

static void end_line(Writer *self) {
  put(self, "\n");
  self->column = 0;
}

// ---- one word, or what stands for one

typedef void Piece(Writer *self, char *out);

static const char *word(Writer *self) {
  return vocabulary_word(self->vocabulary, vocabulary_pick(self->vocabulary, &self->seed));
}

static void capitalise(char *text) {
  if (*text >= 'a' && *text <= 'z') *text = (char)(*text - 'a' + 'A');
}

static void plain(Writer *self, char *out) {
  snprintf(out, PIECE_SIZE, "%s", word(self));
}

// Some terms are the talk of a text and most are hardly in it; every fourth is in the plural.
static void term(Writer *self, char *out) {
  uint32_t i = below(self, FEW_TERMS) * below(self, FEW_TERMS) / FEW_TERMS;
  Slice name = term_write(self->vocabulary, i, out);
  if (below(self, 4) == 0) snprintf(out + name.len, PIECE_SIZE - name.len, "s");
}

static void number(Writer *self, char *out) {
  static const char *const formats[] = {"%u", "%u.5", "%u,000", "%u%%"};
  const char *format = formats[below(self, 4)];
  snprintf(out, PIECE_SIZE, format, below(self, 2050));
}

static void name(Writer *self, char *out) {
  plain(self, out);
  capitalise(out);
}

static void acronym(Writer *self, char *out) {
  for (uint32_t letters = 2 + below(self, 4); letters; letters--)
    *out++ = (char)('A' + below(self, 26));
  *out = '\0';
}

static void possessive(Writer *self, char *out) {
  snprintf(out, PIECE_SIZE, "%s%s", word(self), below(self, 2) ? "'s" : "’s");
}

static void compound(Writer *self, char *out) {
  const char *first = word(self);
  snprintf(out, PIECE_SIZE, "%s-%s", first, word(self));
}

static void bracketed(Writer *self, char *out) {
  snprintf(out, PIECE_SIZE, "(%s)", word(self));
}

static void quoted(Writer *self, char *out) {
  snprintf(out, PIECE_SIZE, below(self, 2) ? "\"%s\"" : "“%s”", word(self));
}

static void accented(Writer *self, char *out) {
  static const char *const words[] = {"café", "naïve", "Müller", "façade", "résumé", "São"};
  snprintf(out, PIECE_SIZE, "%s", words[below(self, 6)]);
}

static void dash(Writer *self, char *out) {
  snprintf(out, PIECE_SIZE, below(self, 2) ? "–" : "%s—", word(self));
}

static void strong(Writer *self, char *out) {
  snprintf(out, PIECE_SIZE, "**%s**", word(self));
}

static void code(Writer *self, char *out) {
  const char *first = word(self);
  snprintf(out, PIECE_SIZE, "`%s_%s()`", first, word(self));
}

static void link(Writer *self, char *out) {
  const char *first = word(self);
  snprintf(out, PIECE_SIZE, "[%s](https://example.org/%s)", first, word(self));
}

// Out of a thousand words.
static const struct {
  uint32_t share;
  Piece *piece;
  TextKind from; // the kind of text that has it, and those after that
} pieces[] = {{25, term, TEXT_PLAIN},     {15, number, TEXT_PLAIN},    {20, name, TEXT_PLAIN},
              {6, acronym, TEXT_PLAIN},   {6, possessive, TEXT_PLAIN}, {8, compound, TEXT_PLAIN},
              {5, bracketed, TEXT_PLAIN}, {4, quoted, TEXT_PLAIN},     {3, accented, TEXT_PLAIN},
              {3, dash, TEXT_PLAIN},      {6, strong, TEXT_MARKDOWN},  {8, code, TEXT_MARKDOWN},
              {4, link, TEXT_MARKDOWN}};

static Piece *pick_piece(Writer *self) {
  uint32_t roll = below(self, 1000);
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    if (pieces[i].from > self->kind) continue;
    if (roll < pieces[i].share) return pieces[i].piece;
    roll -= pieces[i].share;
  }
  return plain;
}

// ---- sentences

// `end` follows the piece directly; `indent` begins the next line where this one is full.
static void put_piece(Writer *self, bool first, const char *end, const char *indent) {
  char piece[PIECE_SIZE];
  pick_piece(self)(self, piece);
  if (first) capitalise(piece);
  size_t len = strlen(piece);
  if (self->column && self->column + len + 2 > LINE_WIDTH) {
    end_line(self);
    put(self, "%s", indent);
  } else if (self->column > strlen(indent)) {
    put(self, " ");
  }
  put(self, "%s%s", piece, end);
}

static void put_sentence(Writer *self, const char *indent) {
  uint32_t words = 5 + below(self, 13) + below(self, 13);
  for (uint32_t i = 0; i + 1 < words; i++)
    put_piece(self, i == 0, below(self, 11) ? "" : ",", indent);
  put_piece(self, false, below(self, 20) ? "." : "?", indent);
}

static void put_paragraph(Writer *self) {
  for (uint32_t sentences = 3 + below(self, 5); sentences; sentences--) put_sentence(self, "");
  end_line(self);
}

// ---- blocks of Markdown

static void put_heading(Writer *self) {
  put(self, "%s %s %s %s", below(self, 3) ? "##" : "###", word(self), word(self), word(self));
  end_line(self);
}

static void put_list(Writer *self) {
  for (uint32_t items = 3 + below(self, 4); items; items--) {
    put(self, "- ");
    put_sentence(self, "  ");
    end_line(self);
  }
}

static void put_table(Writer *self) {
  put(self, "| %s | %s |\n|---|---|\n", word(self), word(self));
  for (uint32_t rows = 4; rows; rows--)
    put(self, "| %s %s | %u %s |\n", word(self), word(self), below(self, 900), word(self));
  self->column = 0;
}

static void put_code(Writer *self) {
  put(self, "```c\n");
  for (uint32_t lines = 3 + below(self, 9); lines; lines--)
    put(self, "  %s_%s(%s, %u);\n", word(self), word(self), word(self), below(self, 99));
  put(self, "```\n");
  self->column = 0;
}

static void put_block(Writer *self) {
  static void (*const blocks[20])(Writer *) = {put_heading, put_heading, put_heading, put_list,
                                               put_list,    put_table,   put_code};
  void (*block)(Writer *) = self->kind == TEXT_MARKDOWN ? blocks[below(self, 20)] : NULL;
  if (block)
    block(self);
  else
    put_paragraph(self);
  end_line(self);
}

static Slice make(size_t size, TextKind kind) {
  char *bytes;
  size_t len;
  Writer self = {.out = open_memstream(&bytes, &len), .seed = 0x9e3779b97f4a7c15, .kind = kind};
  if (!self.out) abort();
  self.vocabulary = vocabulary_new();
  while (self.len < size) put_block(&self);
  fclose(self.out);
  vocabulary_delete(self.vocabulary);
  return (Slice){bytes, len};
}

// ---- a text of somebody's own

static Slice read_given(const char *path) {
  char *bytes, block[1 << 16];
  size_t len, got;
  FILE *file = fopen(path, "rb"), *out = open_memstream(&bytes, &len);
  if (!file || !out) {
    perror(path);
    exit(1);
  }
  while ((got = fread(block, 1, sizeof block, file)) > 0) fwrite(block, 1, got, out);
  fclose(file);
  fclose(out);
  return (Slice){bytes, len};
}

Slice text_make(size_t size, TextKind kind) {
  const char *given = getenv("GLOSS_BENCH_TEXT");
  return given ? read_given(given) : make(size, kind);
}

void line_counter_go(LineCounter *self, uint32_t offset) {
  const char *from = self->text.ptr + self->offset, *end = self->text.ptr + offset, *line_end;
  while (from < end && (line_end = memchr(from, '\n', (size_t)(end - from)))) {
    self->line++;
    from = line_end + 1;
    self->line_start = (uint32_t)(from - self->text.ptr);
  }
  self->offset = offset;
}

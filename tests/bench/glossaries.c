#include "glossaries.h"
#include "dice.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 200, SYLLABLES = 20, ENTRY_SIZE = 2250 };

static const char *const syllables[SYLLABLES] = {"ka", "ro", "mi", "te", "vu", "lo", "na",
                                                 "pe", "di", "gu", "ba", "ze", "fo", "ri",
                                                 "mu", "la", "ko", "ne", "ti", "du"};

static const char *const categories[] = {"Weaving", "Milling", "Glazing", "Casting",
                                         "Dyeing",  "Brewing", "Joinery"};
static const char *const things[] = {"procedure", "device",   "property", "arrangement", "measure",
                                     "material",  "relation", "defect",   "quantity",    "habit"};
static const char *const openings[] = {
    "In the workshop", "On a dry day",        "For a long run",    "Where two parts meet",
    "Under load",      "After the first cut", "With a worn blade", "At the end of a shift"};
static const char *const clauses[] = {"it keeps the seam from opening under its own weight",
                                      "it takes twice the time and half the effort",
                                      "nobody trusts the gauge before the second reading",
                                      "the edge has to be warmed slowly from one side",
                                      "a thin layer is enough and a thick one does harm",
                                      "the master decides by ear whether it is done",
                                      "what is left over goes back into the vat",
                                      "the older books give a figure that is too high"};

#define PICK(list, seed) (list)[dice_next(seed) % (sizeof(list) / sizeof *(list))]

typedef struct {
  FILE *out;
  uint64_t seed;
  uint32_t i, count;
} Writer;

// Word `k` below 2 * WORDS: its first two syllables say which.
static void add_word(uint32_t k, char *out) {
  strcat(out, syllables[k % SYLLABLES]);
  strcat(out, syllables[k / SYLLABLES]);
  strcat(out, syllables[(k * 7 + 3) % SYLLABLES]);
}

void headword_write(uint32_t i, char out[HEADWORD_SIZE]) {
  out[0] = '\0';
  add_word(i % WORDS, out);
  strcat(out, " ");
  add_word(WORDS + i / WORDS, out);
}

static const char *any_term(Writer *self, char out[HEADWORD_SIZE]) {
  uint32_t other = dice_next(&self->seed) % self->count;
  headword_write(other == self->i ? (other + 1) % self->count : other, out);
  return out;
}

static void write_head(Writer *self, const char *name) {
  char next_name[HEADWORD_SIZE], other[HEADWORD_SIZE];
  headword_write((self->i + 1) % self->count, next_name);
  fprintf(self->out, "## %s\n\n", name);
  fprintf(self->out, "- aliases: %s scheme, rule of %s\n", name, name);
  fprintf(self->out, "- category: %s\n", PICK(categories, &self->seed));
  fprintf(self->out, "- see: [[%s]], [[%s]]\n\n", next_name, any_term(self, other));
}

static void write_definition(Writer *self, const char *name) {
  char other[HEADWORD_SIZE];
  fprintf(self->out, "A **%s** is a %s of the %s kind, known since %u.\n\n", name,
          PICK(things, &self->seed), any_term(self, other), 1400 + dice_next(&self->seed) % 500);
}

static void write_sentence(Writer *self) {
  char other[HEADWORD_SIZE];
  fprintf(self->out, "%s %s, and the [[%s]] %u says how far. ", PICK(openings, &self->seed),
          PICK(clauses, &self->seed), any_term(self, other), dice_next(&self->seed) % 900);
}

static void write_paragraphs(Writer *self, long end) {
  do {
    for (int sentences = 3; sentences; sentences--) write_sentence(self);
    fputs("\n\n", self->out);
  } while (ftell(self->out) < end);
}

static void write_list(Writer *self) {
  fputs("### Signs\n\n", self->out);
  for (int items = 3; items; items--)
    fprintf(self->out, "- **%s %u**: %s\n", PICK(things, &self->seed), dice_next(&self->seed) % 90,
            PICK(clauses, &self->seed));
  fputs("\n", self->out);
}

static void write_table(Writer *self) {
  char other[HEADWORD_SIZE];
  fputs("### Figures\n\n| part | width | weight |\n|---|---|---|\n", self->out);
  for (int rows = 4; rows; rows--)
    fprintf(self->out, "| %s | %u mm | $w_{%u} = \\frac{%u}{\\rho}$ |\n", any_term(self, other),
            dice_next(&self->seed) % 300, dice_next(&self->seed) % 9, dice_next(&self->seed) % 70);
  fprintf(self->out, "\n$$\\sum_{k=0}^{%u} w_k \\leq \\infty$$\n\n", dice_next(&self->seed) % 40);
}

static void write_entry(Writer *self) {
  char name[HEADWORD_SIZE];
  long start = ftell(self->out);
  headword_write(self->i, name);
  write_head(self, name);
  write_definition(self, name);
  write_list(self);
  write_table(self);
  write_paragraphs(self, start + ENTRY_SIZE);
}

static uint32_t lines_in(const char *bytes, size_t len) {
  uint32_t lines = 0;
  for (const char *end = bytes + len; (bytes = memchr(bytes, '\n', (size_t)(end - bytes))); bytes++)
    lines++;
  return lines;
}

MadeGlossary glossary_make(uint32_t count) {
  MadeGlossary self = {.headings = calloc(count, sizeof(uint32_t)), .count = count};
  Writer writer = {open_memstream(&self.bytes, &self.len), 0x9e3779b97f4a7c15, 0, count};
  size_t counted = 0;
  uint32_t line = 0;
  fprintf(writer.out, "# Made-up crafts\n\n- lang: en\n\n");
  for (; writer.i < count; writer.i++) {
    fflush(writer.out);
    line += lines_in(self.bytes + counted, self.len - counted);
    counted = self.len;
    self.headings[writer.i] = line;
    write_entry(&writer);
  }
  fclose(writer.out);
  return self;
}

void glossary_free(MadeGlossary *self) {
  free(self->bytes);
  free(self->headings);
  *self = (MadeGlossary){0};
}

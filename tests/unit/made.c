#include "made.h"

#include "random.h"

static void append(MadeBytes *out, Slice text) {
  array_append(out, text.ptr, text.len);
}

static const char *pick(const Maker *self, const char *const *from) {
  uint32_t count = 0;
  while (from[count]) count++;
  return from[random_from(self->seed, count)];
}

static const char *const NAMES[] = {
    "Keel", "keels", "Mast",        "mast",     "Fore stay",   "fore-stay", "Boom", "US",
    "us",   "Kiel",  "Keel (ship)", "Keel (K)", "Y\xC3\xA1rd", "Yard",      "Gaff", NULL};
static const char *const VALUES[] = {"preferred", "draft", "deprecated", "forbiden",
                                     "off",       "case",  "spars",      "Spars",
                                     "spar",      "hulls", "docs/**",    NULL};
static const char *const KEYS[] = {"aliases", "abbr",     "avoid",  "plural", "see",
                                   "broader", "category", "status", "match",  "tags",
                                   "aliass",  "source",   NULL};
static const char *const SENTENCES[] = {"A keel is a long beam of a ship.",
                                        "This sentence stands in many entries of the file.",
                                        "A mast is a pole that carries sails.",
                                        "It is **never closed.",
                                        "See [[keel]] and [[Mast|the mast]].",
                                        "See [[fore stays]].",
                                        "| a | b |\n|---|---|\n| c |",
                                        "$x \\leq y$ and $infty$",
                                        "- one\n- two",
                                        "```\ncode\n```",
                                        "<!-- gloss-disable-next-line dangling-reference -->\n",
                                        "<!-- gloss-disable unclosed-markup -->\n",
                                        "<!-- gloss-disable -->\n",
                                        "<!-- gloss-enable unclosed-markup -->\n",
                                        "<!-- gloss-enable -->\n",
                                        "<!-- gloss-disable-file duplicate-term(Keel) -->",
                                        "<!-- gloss-disable-nextline\n-->",
                                        NULL};

// In chains: few names and fields, so that broader terms lead back to their start and categories
// are shared by many.
static const char *const LETTERS[] = {"A", "B", "C", "D", "E", "F", "G",
                                      "H", "I", "J", "K", "L", NULL};
static const char *const CHAINS[] = {"broader", "broader", "category", NULL};
static const char *const SPARS[] = {"spars", "spars", "Spars", NULL};

const char *made_name(const Maker *self) {
  return pick(self, self->in_chains ? LETTERS : NAMES);
}

static void append_chain_field(const Maker *self, MadeBytes *out) {
  const char *key = pick(self, CHAINS);
  append(out, SLICE("- "));
  append(out, slice_of(key));
  append(out, SLICE(": "));
  append(out, slice_of(*key == 'b' ? made_name(self) : pick(self, SPARS)));
  append(out, SLICE("\n"));
}

void made_append_field(const Maker *self, MadeBytes *out) {
  if (self->in_chains) {
    append_chain_field(self, out);
    return;
  }
  bool names = random_from(self->seed, 3) > 0;
  append(out, SLICE("- "));
  append(out, slice_of(names ? KEYS[random_from(self->seed, 6)] : pick(self, KEYS)));
  append(out, SLICE(": "));
  for (uint32_t i = 0, count = 1 + random_from(self->seed, 2); i < count; i++) {
    if (i) append(out, SLICE(", "));
    append(out, slice_of(names ? made_name(self) : pick(self, VALUES)));
  }
  append(out, SLICE("\n"));
}

static void append_entry(const Maker *self, MadeBytes *out) {
  append(out, SLICE("## "));
  if (random_from(self->seed, 20)) append(out, slice_of(made_name(self)));
  append(out, SLICE("\n"));
  for (uint32_t i = random_from(self->seed, 4); i > 0; i--) made_append_field(self, out);
  append(out, SLICE("\n"));
  for (uint32_t i = random_from(self->seed, 4); i > 0; i--) {
    append(out, slice_of(pick(self, SENTENCES)));
    append(out, random_from(self->seed, 2) ? SLICE(" ") : SLICE("\n\n"));
  }
  append(out, SLICE("\n"));
}

// Names in their order, so that one that is out of it can be noticed.
static void append_sorted(const Maker *self, MadeBytes *out) {
  for (char c = 'a'; c <= 'p'; c++) {
    if (!random_from(self->seed, 8)) append_entry(self, out);
    char entry[] = "## c word\n\nA thing.\n\n";
    entry[3] = c;
    append(out, slice_of(entry));
  }
}

static void append_preamble(const Maker *self, MadeBytes *out) {
  static const char *const PREAMBLES[] = {"# Ships\n\n- category: spars\n\n",
                                          "- paths: docs/**\n- lang: en_US\n\n",
                                          "- category: Spars\n- category: hulls\n\n", NULL};
  if (!random_from(self->seed, 3)) append(out, slice_of(pick(self, PREAMBLES)));
}

static void append_page(const Maker *self, MadeBytes *out) {
  for (uint32_t i = 1 + random_from(self->seed, 4); i > 0; i--) {
    append(out, slice_of(made_name(self)));
    append(out, random_from(self->seed, 2) ? SLICE(",") : SLICE(", "));
    append(out, slice_of(random_from(self->seed, 2) ? made_name(self) : "spars"));
    append(out, SLICE("\n\n"));
    append(out, slice_of(pick(self, SENTENCES)));
    append(out, SLICE("\n\n"));
  }
}

MadeBytes made_glossary(const Maker *self) {
  MadeBytes out = {0};
  uint32_t kind = random_from(self->seed, 8);
  if (kind == 0) {
    append_page(self, &out);
    return out;
  }
  append_preamble(self, &out);
  if (kind == 1) append_sorted(self, &out);
  for (uint32_t i = random_from(self->seed, 8); i > 0; i--) append_entry(self, &out);
  return out;
}

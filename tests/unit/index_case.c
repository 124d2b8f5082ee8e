#include "index_case.h"
#include "random.h"

// Letters, words and what may stand between them, likely to meet again.
static const char *const PIECES[] = {
    "a",      "as",     "abc",    "abcs",  "Abc",    "AB",   "ABs",    "aBc",    "bcy",
    "bcies",  "box",    "boxes",  "e",     "\u00E9", "u",    "ue",     "\u00FC", "u\u0308",
    "\u6CE8", "\u6587", "bus",    "buses", "+",      "'",    "\u2019", "4",      "ab",
    "c",      "\xFF",   ".",      " ",     " ",      " ",    " ",      " ",      "-",
    "-",      "-",      "\u2011", "_",     "\n",     "\n\n", "\u00A0", "::",     " --",
};
enum { PIECE_COUNT = sizeof PIECES / sizeof *PIECES, JOINTS_FROM = 30, FEW = 5 };

Slice chain_text(const Chain *chain, char *out) {
  size_t len = 0;
  for (uint32_t i = 0; i < chain->len; i++) {
    size_t piece = strlen(PIECES[chain->pieces[i]]);
    memcpy(out + len, PIECES[chain->pieces[i]], piece);
    len += piece;
  }
  return slice_new(out, len);
}

static uint8_t random_piece(const uint8_t *few, bool joint) {
  if (joint) return (uint8_t)(JOINTS_FROM + random_below(PIECE_COUNT - JOINTS_FROM));
  return random_below(8) ? few[random_below(FEW)] : (uint8_t)random_below(PIECE_COUNT);
}

// Mostly words and joints in turn, of few words, so that the same ones meet again.
static Chain random_chain(uint32_t max, const uint8_t *few) {
  Chain chain = {.len = 1 + random_below(max)};
  for (uint32_t i = 0; i < chain.len; i++)
    chain.pieces[i] = random_piece(few, i % 2 == 1 && random_below(8));
  return chain;
}

// Words that are particular about their case, and others with their letters.
enum { SMALL_ABC = 2, TITLE_ABC = 4, BIG_AB = 5, CAMEL_ABC = 7, SMALL_AB = 26 };

// The same word in another case, where there is one.
static uint8_t recased(uint8_t piece) {
  static const uint8_t OTHERS[PIECE_COUNT] = {[SMALL_ABC] = CAMEL_ABC,
                                              [CAMEL_ABC] = TITLE_ABC,
                                              [TITLE_ABC] = SMALL_ABC,
                                              [BIG_AB] = SMALL_AB,
                                              [SMALL_AB] = BIG_AB};
  return OTHERS[piece] ? OTHERS[piece] : piece;
}

// Texts are full of pieces of the forms.
static void plant(Case *c) {
  if (!c->form_count || random_below(4) == 0) return;
  Chain *form = &c->forms[random_below(c->form_count)];
  uint32_t at = random_below(c->text.len) & ~1u;
  bool other_case = random_below(2);
  for (uint32_t i = 0; i < form->len && at + i < c->text.len; i++)
    c->text.pieces[at + i] = other_case ? recased(form->pieces[i]) : form->pieces[i];
}

// Parts of identifiers are read part by part: that is none of what is compared here.
static void add_seams(Case *c) {
  c->seam_count = c->identifiers ? 0 : random_below(2) * (1 + random_below(SEAMS_MAX));
  for (uint32_t i = 0; i < c->seam_count; i++)
    c->seams[i] = (Seam){(uint8_t)random_below(CASE_BYTES),
                         (uint8_t)(random_below(2) ? SEAM_JOINED : 1 + random_below(SEAM_APART))};
}

Case random_case(void) {
  uint8_t few[FEW];
  for (int i = 0; i < FEW; i++) few[i] = (uint8_t)random_below(JOINTS_FROM);
  if (random_below(2))
    for (int i = 0; i < 3; i++) few[i] = random_below(2) ? BIG_AB : CAMEL_ABC;
  Case c = {.form_count = 1 + random_below(FORMS_MAX), .text = random_chain(TEXT_PIECES, few)};
  for (uint32_t i = 0; i < c.form_count; i++) {
    c.forms[i] = random_chain(FORM_PIECES, few);
    c.modes[i] = random_below(3) ? MATCH_SMART : (MatchMode)random_below(4);
    c.avoid[i] = random_below(8) == 0;
  }
  for (int i = 0; i < 3; i++) plant(&c);
  c.first_layer = random_below(c.form_count + 1);
  c.refused = random_below(c.form_count * 2);
  c.selection = random_below(2) ? SELECT_LONGEST : SELECT_ALL;
  c.ignore_case = random_below(4) == 0;
  c.identifiers = random_below(4) == 0;
  c.avoided = random_below(2) == 0;
  c.off_case = c.selection == SELECT_LONGEST && !c.identifiers && random_below(2);
  c.pointed = c.selection == SELECT_ALL && random_below(6) == 0;
  c.around.start = random_below(TEXT_PIECES * 3);
  c.around.end = c.around.start + random_below(4);
  add_seams(&c);
  return c;
}

// --- documents ---

static bool is_one_of(char c, const char *bytes) {
  return c && strchr(bytes, c);
}

// Where what the seam means is beyond dispute: not beside a joint, nor within a character.
static bool is_place(Slice text, size_t at, uint8_t kind) {
  const char *joints = kind == SEAM_JOINED ? "\n-_\x91" : " \n-_\x91\xA0"; // also U+2011, U+00A0
  char before = at > 0 ? text.ptr[at - 1] : 'a', after = at < text.len ? text.ptr[at] : 'a';
  Slice rest = slice_from(text, at);
  bool inside = (uint8_t)after >= 0x80 && (uint8_t)after < 0xC0;
  bool mark = slice_starts_with(rest, SLICE("\u0308"));
  bool joint = slice_starts_with(rest, SLICE("\u2011")) || slice_starts_with(rest, SLICE("\u00A0"));
  return !inside && !mark && !joint && !is_one_of(before, joints) && !is_one_of(after, joints);
}

static uint8_t seam_at(const Case *c, Slice text, size_t at) {
  for (uint32_t i = 0; i < c->seam_count; i++) {
    Seam seam = c->seams[i];
    if (seam.at % (text.len + 1) == at && is_place(text, at, seam.kind)) return seam.kind;
  }
  return 0;
}

Slice document_of(const Case *c, char *out) {
  char bytes[CASE_BYTES];
  Slice text = chain_text(&c->text, bytes);
  size_t len = 0;
  for (size_t i = 0; i <= text.len; i++) {
    uint8_t kind = seam_at(c, text, i);
    if (kind) out[len++] = (char)kind;
    if (i < text.len) out[len++] = text.ptr[i];
  }
  return slice_new(out, len);
}

bool is_seam(char byte) {
  return byte >= SEAM_JOINED && byte <= SEAM_APART;
}

Prose parts_of(Slice document) {
  static const PartLink LINKS[] = {
      [SEAM_JOINED] = PART_JOINED, [SEAM_SPACED] = PART_SPACED, [SEAM_APART] = PART_APART};
  Prose prose = {0};
  PartLink link = PART_APART;
  uint32_t start = 0;
  for (uint32_t i = 0; i <= document.len; i++) {
    if (i < document.len && !is_seam(document.ptr[i])) continue;
    if (i > start) *array_push(&prose.parts) = (Part){{start, i}, link};
    if (i < document.len) link = LINKS[(uint8_t)document.ptr[i]];
    start = i + 1;
  }
  return prose;
}

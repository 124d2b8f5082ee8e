// A random case for the index: a small glossary, a text, and how it is asked; and a matcher that
// compares every stretch of the text with every form, to tell what should be found.
#pragma once

#include <glossary/match/index.h>

enum { FORMS_MAX = 6, FORM_PIECES = 5, TEXT_PIECES = 16, SEAMS_MAX = 4, CASE_BYTES = 256 };

typedef struct {
  uint8_t pieces[TEXT_PIECES];
  uint32_t len;
} Chain;

// Where one part of the running text ends and the next begins. In the document it is one byte that
// is none of the text: its kind.
typedef enum { SEAM_JOINED = 1, SEAM_SPACED, SEAM_APART } SeamKind;

typedef struct {
  uint8_t at, kind;
} Seam;

typedef struct {
  Chain forms[FORMS_MAX];
  uint32_t form_count;
  MatchMode modes[FORMS_MAX];
  bool avoid[FORMS_MAX];
  Chain text;
  Seam seams[SEAMS_MAX];
  uint32_t seam_count;
  uint32_t first_layer; // forms in the first of two layers
  uint32_t refused;     // an entry that is not admitted, or one that does not exist
  Selection selection;
  bool ignore_case, identifiers, avoided, off_case;
  bool pointed; // only what touches `around` is asked for
  Range around;
} Case;

Case random_case(void);

// The text of a form, at most CASE_BYTES, written to `out`.
Slice chain_text(const Chain *chain, char *out);

// The text of a case with its seams, at most CASE_BYTES, written to `out`; and its running text.
Slice document_of(const Case *c, char *out);
bool is_seam(char byte);
Prose parts_of(Slice document);

typedef struct {
  Range range;
  uint32_t entry;
  bool marks; // found only by leaving out diacritics or by a transliteration
  bool off_case;
} Found;

typedef Array(Found) FoundList;

// Appends what should be found in `text`, a document_of the case.
void naive_scan(const Case *c, Slice text, FoundList *out);

// By start, the longest first, then by entry. For qsort.
int found_by_place(const void *left, const void *right);

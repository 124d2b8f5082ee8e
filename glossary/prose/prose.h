// Prose: which bytes of a document are running text, by markup. Only there are terms looked for.
//
// The text itself is never rewritten: a Prose is an ascending list of parts, and each part says how
// it hangs together with the one before, so that a term may reach over markup or a line end but not
// over the end of a paragraph. Parts are not empty and do not overlap. A Prose borrows nothing: it
// holds offsets in bytes, and is valid as long as the text it was read from does not change.
#pragma once

#include "../base/array.h"
#include "../base/slice.h"

typedef enum {
  PART_JOINED, // only transparent markup between (`**`, `_`, a link's brackets): one running text
  PART_SPACED, // a line end inside a paragraph, as good as a space
  PART_APART,  // something else: another block, code, a link's target
} PartLink;

typedef struct {
  Range range;
  PartLink link; // to the part before
} Part;

// A comment in which somebody speaks to Gloss: its text begins with `gloss-`. Wherever the language
// has comments there may be one; plain text has none.
typedef struct {
  Range range;   // with its marks: `<!-- gloss-enable -->`
  Range content; // between them, trimmed: `gloss-enable`
} Remark;

typedef struct {
  Array(Part) parts;
  // Formulas of a few letters, which stand in the parts: ascending. A term may hold one, as
  // `$L_\infty$` does, but nothing inside it is a term.
  Array(Range) formulas;
  // Comments to Gloss, ascending; they stand in no part.
  Array(Remark) remarks;
} Prose;

// How names of several words are written in a programming language.
typedef enum {
  IDENTIFIERS_NONE,  // a markup: there are none
  IDENTIFIERS_SNAKE, // kernel_fusion
  IDENTIFIERS_CAMEL, // kernelFusion
  IDENTIFIERS_KEBAB, // kernel-fusion
} IdentifierStyle;

typedef struct ProsePieces ProsePieces;
typedef struct ProseLanguage ProseLanguage;
struct ProseLanguage {
  const char *name;                       // `markdown`, as in LSP's language ids
  const char *ids;                        // language ids that mean it, separated by spaces
  const char *extensions;                 // file name endings that mean it, separated by spaces
  void (*read)(Slice text, Prose *prose); // appends the parts of `text`
  IdentifierStyle identifiers;            // of code; what is running text there are its comments
  const ProsePieces *pieces;              // see pieces.h; NULL: it is read as a whole only
  const char *comment; // one on a line of its own, with `@` in the place of what it says; NULL:
                       // there are none
};

// The language of a document: by its language id where that is known, else by its file name, else
// NULL (then plain words are all there is to know). Either may be empty.
const ProseLanguage *prose_language(Slice id, Slice file_name);

// The language id nearest to a misspelt one; empty: none is near.
Slice prose_language_nearest(Slice id);

// What the language takes for running text, without what is none in any language: addresses, paths
// and file names, template macros (protect/protect.h). The caller frees
// it.
Prose prose_read(const ProseLanguage *language, Slice text);
void prose_free(Prose *self);

// Whether a part holds the byte at `offset`, or ends there. Takes logarithmic time.
bool prose_holds(const Prose *self, uint32_t offset);

// Whether `offset` lies between the first and the last byte of a formula. Takes logarithmic time.
bool prose_in_formula(const Prose *self, uint32_t offset);

// The longest formula in bytes that is kept among the parts.
enum { FORMULA_MAX = 64 };

// The paragraph around `offset`: lines up to an empty line on either side, at most `limit` bytes
// each way. What hover and completion look at, whatever the size of the document.
Range prose_paragraph(Slice text, uint32_t offset, uint32_t limit);

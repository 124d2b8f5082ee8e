// Entry: one entry of a glossary as plain data. Ranges count from the start of the entry, so that
// they stay true while the text before it changes; entry_range() gives the place in the file.
//
// Reading an entry never fails: what is wrong with it is said by the lint rules.
#pragma once

#include "base/arena.h"
#include "outline.h"

typedef enum {
  FORM_HEADWORD,
  FORM_ALIAS,        // `aliases:`, admitted forms
  FORM_ABBREVIATION, // `abbr:`, or the heading's parenthesis
  FORM_EXPANSION,    // the heading's parenthesis
  FORM_PLURAL,       // `plural:`
  FORM_AVOID,        // `avoid:`, matched for lint only
} FormRole;

typedef enum {
  MATCH_SMART, // capitals decide (see words.h)
  MATCH_EXACT, // only as written: no plural, no other case, no other spelling
  MATCH_CASE,  // every form, in the written case
  MATCH_OFF,   // never in text
} MatchMode;

// In the order in which ties are decided.
typedef enum {
  STATUS_PREFERRED,
  STATUS_ADMITTED,
  STATUS_DRAFT,
  STATUS_DEPRECATED,
  STATUS_FORBIDDEN
} Status;

typedef struct {
  Slice text;
  FormRole role;
  Range range; // where it is written
} Form;

// Fields whose meaning the program knows, in the order in which a list of them is laid out; those
// that are unknown stand last there. The table in field.c gives their spellings.
typedef enum {
  FIELD_UNKNOWN,
  FIELD_ALIASES,
  FIELD_ABBR,
  FIELD_PLURAL,
  FIELD_AVOID,
  FIELD_CATEGORY,
  FIELD_TAGS,
  FIELD_STATUS,
  FIELD_MATCH,
  FIELD_SEE,
  FIELD_BROADER,
  FIELD_LANG,
  FIELD_PATHS,
  FIELD_TRANSLATION, // key is a language tag
  FIELD_SOURCE,
  FIELD_EXAMPLE,
  FIELD_IMAGE,
  FIELD_NOTE,
} FieldKind;

typedef struct {
  FieldKind kind;
  Range line;  // from the list mark to the end of the item, without the last line end
  Range key;   // empty when the line has no colon
  Range value; // trimmed; may be empty
} Field;

typedef struct GlossaryFile GlossaryFile;

typedef struct {
  uint32_t id;        // see store.h: never used again for another entry
  uint32_t index;     // which entry of its file
  GlossaryFile *file; // borrowed
  Dialect dialect;
  Slice name;          // the heading as people read it, `Selector (CSS)`; empty when missing
  Slice headword;      // the name without its parenthesis
  Slice disambiguator; // `CSS`; empty when the parenthesis is a form, or there is none
  Slice category;      // its own or the file's; empty when none
  Status status;
  MatchMode match;
  Range heading; // the heading line, without `## ` and line end; empty when missing
  Range body;    // all after heading and fields, without the blank space at both ends; may be empty
  Form *forms;   // headword first, then in the order written
  uint32_t form_count;
  Slice *tags;
  uint32_t tag_count;
  Field *fields; // Markdown dialect: the field list in the order written
  uint32_t field_count;
  uint64_t advice; // a digest of what is told where it should not be written: its `see` and `note`
} Entry;

// What a file says for all its entries, from its preamble (and, for a page, from all its headword
// lines).
typedef struct {
  Slice title;
  Slice lang;
  Slice category;
  Slice *paths; // globs, relative to the file's folder; none means everywhere
  uint32_t path_count;
  Field *fields; // of the preamble
  uint32_t field_count;
} FileFacts;

// Reads the entry written in `bytes` (a span of the outline). All slices of the result are copies
// in `arena` or literals; id, index and file are left zero.
Entry entry_read(Slice bytes, Dialect dialect, const FileFacts *facts, Arena *arena);

// Reads the facts of a file.
FileFacts file_facts_read(Text *text, const Outline *outline, Arena *arena);
bool file_facts_eq(const FileFacts *a, const FileFacts *b);

// True when both say the same of what is matched, shown in lists and told of documents: name,
// category, status, match, forms, advice (where these stand does not count).
bool entry_same_term(const Entry *a, const Entry *b);

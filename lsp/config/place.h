// Place: a JSON value and where it stands, for messages that point at it.
//
// jansson reads values but forgets their places. This goes once more over a text that jansson has
// accepted, so nothing in it can be wrong, and keeps what jansson drops: every member of an object,
// in the order of the text, also when its key is given twice.
#pragma once

#include <glossary/base/arena.h>

typedef enum {
  PLACE_STRING,
  PLACE_ARRAY,
  PLACE_OBJECT,
  PLACE_OTHER, // a number, true, false, null
} PlaceKind;

typedef struct Place Place;
struct Place {
  PlaceKind kind;
  Range range;               // of the value; a string's with its quotes
  Slice text;                // of a string: what it says, followed by a NUL
  Slice key;                 // of a member: what its key says, followed by a NUL
  Range key_range;           // with its quotes
  bool repeated;             // an earlier member of the object has the same key
  const Place *first, *next; // the first of the values inside; the next one beside it
};

// The value that `text` is. All in `arena`. Takes linear time; as deep as jansson lets values be.
const Place *place_read(Slice text, Arena *arena);

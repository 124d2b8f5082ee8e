// Passing over the words of a text that begin no form. This is what a scan does nearly all the
// time, so it makes no tokens: it finds out where a word ends and what its key is eight bytes at a
// time, in registers, asks the filters about the word and about it with the word before it, and
// goes on. What it cannot tell from one look it leaves to the splitter, which knows it all.
#include "index_impl.h"

#include "../base/charclass.h"

// A place between two tokens of a text.
typedef struct {
  const char *at;
  uint8_t gap; // as in Splitter
} Place;

uint32_t index_roots(const Index *const *layers, size_t count, PathHash path) {
  uint32_t facts = 0;
  for (size_t k = 0; k < count; k++) facts |= path_facts(layers[k], &layers[k]->roots, path);
  return facts;
}

// What some layer may know about the path. `roots` is the filter of the first one.
static inline uint32_t roots_say(Filter roots, const Index *const *layers, size_t count,
                                 PathHash path) {
  uint32_t facts = filter_facts(&roots, path);
  for (size_t k = 1; k < count; k++) facts |= filter_facts(&layers[k]->roots, path);
  return facts & PATH_ENDS ? index_roots(layers, count, path) : facts;
}

static inline bool goes_on(const Index *const *layers, size_t count, PathHash path) {
  for (size_t k = 0; k < count; k++)
    if (filter_facts(&layers[k]->rest, path) && path_facts(layers[k], &layers[k]->rest, path))
      return true;
  return false;
}

static uint32_t read_long_word(const char *bytes, WordKey *key) {
  uint32_t len = WIDE + wide_word_len(bytes + WIDE);
  if (len == WORD_ROOM) return 0;
  *key = word_key_ascii(bytes, len);
  return len;
}

// The length of the word of ASCII letters at `bytes`, and its key; 0 when there is none, or a very
// long one.
static inline uint32_t read_word(const char *bytes, WordKey *key) {
  WideMarks others = wide_others(bytes);
  if (others.first) {
    uint32_t len = lane_first_set(others.first);
    if (len) *key = word_key_short(bytes, len, others.first);
    return len;
  }
  if (others.second) {
    uint32_t len = LANE + lane_first_set(others.second);
    *key = word_key_wide(bytes, len, others.second);
    return len;
  }
  WordKey long_key = 0;
  uint32_t len = read_long_word(bytes, &long_key);
  *key = long_key;
  return len;
}

// Whether the hyphen or underscore at `place` may join words; as in splitter_next.
static bool may_join(uint8_t class, Place place) {
  uint8_t next = CHAR_CLASSES[(uint8_t)place.at[1]];
  if (place.gap || place.at[-1] == place.at[0]) return false;
  bool over_space = next == CHAR_BLANK || next == CHAR_LINE_FEED || next == CHAR_RETURN;
  return next == CHAR_WORD || next == CHAR_BEYOND || (over_space && class == CHAR_HYPHEN);
}

static bool is_symbol(uint8_t class, Place place) {
  bool joint = class == CHAR_HYPHEN || class == CHAR_UNDERSCORE;
  return class == CHAR_SYMBOL || (joint && !may_join(class, place));
}

// Moves over a space or a line end.
static inline bool skip_gap(uint8_t class, Place *place) {
  if (class == CHAR_BLANK)
    place->gap |= GAP_SPACE;
  else if (class == CHAR_LINE_FEED)
    place->gap |= place->gap & GAP_LINE ? GAP_STOP : GAP_LINE;
  else if (class != CHAR_RETURN || place->at[1] != '\n')
    return false;
  place->at++;
  return true;
}

// Moves from the end of a token over the line end there, if there is one. False: the token may go
// on or be joined to the next one.
static inline bool pass_end(Place *place) {
  uint8_t class = CHAR_CLASSES[(uint8_t)*place->at];
  if (class == CHAR_LINE_FEED) *place = (Place){place->at + 1, GAP_LINE};
  return class != CHAR_HYPHEN && class != CHAR_BEYOND;
}

// As far as words of up to WORD_ROOM bytes can be read in lanes, and end within the part.
static const char *limit_of(const Splitter *splitter) {
  size_t len = splitter->text.len, end = splitter->end < len ? splitter->end : len;
  return splitter->text.ptr + (end > WORD_ROOM ? end - WORD_ROOM : 0);
}

bool index_skip(const Index *const *layers, size_t count, Splitter *splitter) {
  const Filter roots = layers[0]->roots;
  const char *limit = limit_of(splitter);
  Place here = {splitter->text.ptr + splitter->at, splitter->gap}, start = here;
  PathHash path = 0; // of the word at `start`, from which some path leads on; 0: there is none
  while (here.at < limit) {
    WordKey key;
    uint32_t len = read_word(here.at, &key);
    if (!len) {
      uint8_t class = CHAR_CLASSES[(uint8_t)*here.at];
      if (skip_gap(class, &here)) continue;
      if (!is_symbol(class, here)) break;
      key = word_key_symbol(*here.at);
      len = 1;
    }
    Place next = {here.at + len, 0};
    if (*next.at == ' ')
      next = (Place){next.at + 1, GAP_SPACE};
    else if (!pass_end(&next))
      break;
    if (path && goes_on(layers, count, path_step(path, key))) break;
    uint32_t facts = roots_say(roots, layers, count, path_step(0, key));
    path = 0;
    if (facts) {
      path = path_step(0, key);
      start = here;
    }
    here = next;
    if (facts & PATH_ENDS) break;
  }
  if (path) here = start;
  splitter->at = (uint32_t)(here.at - splitter->text.ptr);
  splitter->gap = here.gap;
  return path;
}

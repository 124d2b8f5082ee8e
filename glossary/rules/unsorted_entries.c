// An entry that stands out of the alphabetical order of its neighbours, in a file that otherwise
// keeps it. Two on either side are looked at: where one of two could be moved, the later one is
// told.
#include "../lint/order.h"
#include "all.h"

typedef struct {
  OrderKey keys[5];
  bool there[5];
} Around;

enum { BEFORE_LAST, BEFORE, HERE, AFTER, AFTER_NEXT };

// Whether entry `index` is there, in the same part of the file.
static bool is_near(const RuleContext *context, int64_t index) {
  const GlossaryFile *file = context->file;
  if (index < 0 || index >= (int64_t)file->entries.len) return false;
  uint32_t here = context->entry->index, there = (uint32_t)index;
  return there < here ? order_is_one_part(file, there, here) : order_is_one_part(file, here, there);
}

static Around look_around(const RuleContext *context) {
  Around around = {0};
  for (int i = BEFORE_LAST; i <= AFTER_NEXT; i++) {
    int64_t index = (int64_t)context->entry->index + i - HERE;
    if (!is_near(context, index)) continue;
    Slice name = context->file->entries.items[index]->name;
    around.there[i] = name.len > 0;
    around.keys[i] = order_key(name, context->scratch);
  }
  return around;
}

// Whether both are there and stand the wrong way round.
static bool is_wrong(const Around *self, int first, int second) {
  return self->there[first] && self->there[second] &&
         order_before(&self->keys[second], &self->keys[first]);
}

static bool comes_too_late(const Around *self) {
  return is_wrong(self, BEFORE, HERE) && !is_wrong(self, BEFORE, AFTER) &&
         !is_wrong(self, BEFORE_LAST, BEFORE);
}

// The one after it may be what is wrong instead: then that one comes too late.
static bool comes_too_early(const Around *self) {
  return is_wrong(self, HERE, AFTER) && is_wrong(self, HERE, AFTER_NEXT) &&
         !is_wrong(self, BEFORE, AFTER) && !is_wrong(self, AFTER, AFTER_NEXT);
}

static void check_relations(RuleContext *context) {
  const Entry *entry = context->entry;
  if (!entry->name.len || entry->dialect != DIALECT_MARKDOWN) return;
  Around around = look_around(context);
  bool late = comes_too_late(&around);
  if (!late && !comes_too_early(&around)) return;
  const Entry *neighbour = context->file->entries.items[entry->index + (late ? -1 : 1)];
  EntryFinding *finding =
      report(context, &rule_unsorted_entries, entry->heading,
             "The entries are in alphabetical order, but \xE2\x80\x9C%.*s\xE2\x80\x9D stands %s "
             "\xE2\x80\x9C%.*s\xE2\x80\x9D",
             SLICE_FMT(entry->name), late ? "after" : "before", SLICE_FMT(neighbour->name));
  finding->moves = true;
}

const Rule rule_unsorted_entries = {
    .info = {.id = "unsorted-entries",
             .severity = SEVERITY_INFO,
             .summary = "An entry out of the alphabetical order that its file keeps",
             .why = "Whoever looks a word up by its letters does not find it. Only files of ten "
                    "entries and more are looked at, and only where nine of ten stand in order; "
                    "capitals, accents and hyphens do not count, and spaces may count or not.",
             .file = "GLOSSARY.md",
             .bad = "## Anchor\n"
                    "\n"
                    "An anchor is a hook that holds a ship to the ground.\n"
                    "\n"
                    "## Capstan\n"
                    "\n"
                    "A capstan is a winch that stands upright.\n"
                    "\n"
                    "## Deck\n"
                    "\n"
                    "A deck is a floor of a ship.\n"
                    "\n"
                    "## Forestay\n"
                    "\n"
                    "A forestay is a wire from the mast to the bow.\n"
                    "\n"
                    "## Gaff\n"
                    "\n"
                    "A gaff is a spar along the head of a sail.\n"
                    "\n"
                    "## Halyard\n"
                    "\n"
                    "A halyard is a rope that hoists a sail.\n"
                    "\n"
                    "## Boom\n"
                    "\n"
                    "A boom is a spar along the foot of a sail.\n"
                    "\n"
                    "## Keel\n"
                    "\n"
                    "A keel is the beam along the bottom of a ship.\n"
                    "\n"
                    "## Mast\n"
                    "\n"
                    "A mast is a pole that carries sails.\n"
                    "\n"
                    "## Yard\n"
                    "\n"
                    "A yard is a spar across a mast.\n",
             .good = "## Anchor\n"
                     "\n"
                     "An anchor is a hook that holds a ship to the ground.\n"
                     "\n"
                     "## Boom\n"
                     "\n"
                     "A boom is a spar along the foot of a sail.\n"
                     "\n"
                     "## Capstan\n"
                     "\n"
                     "A capstan is a winch that stands upright.\n"
                     "\n"
                     "## Deck\n"
                     "\n"
                     "A deck is a floor of a ship.\n"
                     "\n"
                     "## Forestay\n"
                     "\n"
                     "A forestay is a wire from the mast to the bow.\n"
                     "\n"
                     "## Gaff\n"
                     "\n"
                     "A gaff is a spar along the head of a sail.\n"
                     "\n"
                     "## Halyard\n"
                     "\n"
                     "A halyard is a rope that hoists a sail.\n"
                     "\n"
                     "## Keel\n"
                     "\n"
                     "A keel is the beam along the bottom of a ship.\n"
                     "\n"
                     "## Mast\n"
                     "\n"
                     "A mast is a pole that carries sails.\n"
                     "\n"
                     "## Yard\n"
                     "\n"
                     "A yard is a spar across a mast.\n",
             .fixable = true},
    .check_relations = check_relations,
    .most_percent = 10,
};

// Following `broader` from term to term comes back to the start. A name leads on only where it
// names one entry: of homonyms nobody knows which is meant.
#include "all.h"

enum {
  LOOKED_AT_MAX = 100, // entries on the way; a longer cycle is not found
  NAMES_MAX = 1000,    // looked up for one entry
};

typedef struct {
  uint32_t entry; // id
  uint32_t from;  // the step before it
} Step;

typedef struct {
  RuleContext *context;
  Step steps[LOOKED_AT_MAX];
  uint32_t count;
  size_t asked_most;
} Way;

// The one entry of that name, else the one that answers to it; ENTRY_SELF: none or several.
static uint32_t entry_named(RuleContext *context, NameId name) {
  rule_ask(context, name);
  size_t count;
  const uint32_t *ids = names_taken_by(context->names, name, &count);
  if (!count) ids = names_answered_by(context->names, name, &count);
  for (size_t i = 1; i < count; i++)
    if (ids[i] != ids[0]) return ENTRY_SELF;
  return count ? ids[0] : ENTRY_SELF;
}

static bool add_step(Way *self, uint32_t entry, uint32_t from) {
  for (uint32_t i = 0; i < self->count; i++)
    if (self->steps[i].entry == entry) return true;
  if (self->count == LOOKED_AT_MAX) return false;
  self->steps[self->count++] = (Step){entry, from};
  return true;
}

// The last step of the shortest way from `first` back to the entry; LOOKED_AT_MAX: there is none.
static uint32_t find_way_back(Way *self, uint32_t first) {
  self->count = 0;
  add_step(self, first, LOOKED_AT_MAX);
  for (uint32_t i = 0; i < self->count; i++) {
    size_t count;
    const NameId *names = facts_broader(self->context->facts, self->steps[i].entry, &count);
    for (size_t j = 0; j < count && self->context->asked.len < self->asked_most; j++) {
      uint32_t entry = entry_named(self->context, names[j]);
      if (entry == self->context->entry->id) return i;
      if (entry != ENTRY_SELF && !add_step(self, entry, i)) return LOOKED_AT_MAX;
    }
  }
  return LOOKED_AT_MAX;
}

static Slice name_of(const Way *self, uint32_t step) {
  return store_entry(self->context->store, self->steps[step].entry)->name;
}

static Slice tell_way(const Way *self, uint32_t last) {
  Slice own = self->context->entry->name;
  Slice told = own;
  for (uint32_t i = last; i != LOOKED_AT_MAX; i = self->steps[i].from)
    told = arena_format(self->context->scratch, "%.*s \xE2\x86\x92 %.*s",
                        SLICE_FMT(name_of(self, i)), SLICE_FMT(told));
  return arena_format(self->context->scratch, "%.*s \xE2\x86\x92 %.*s", SLICE_FMT(own),
                      SLICE_FMT(told));
}

static void check_reference(Way *self, const Reference *reference) {
  RuleContext *context = self->context;
  uint32_t first = entry_named(context, reference->name);
  if (first == ENTRY_SELF || first == context->entry->id) return;
  uint32_t last = find_way_back(self, first);
  if (last == LOOKED_AT_MAX) return;
  EntryFinding *finding =
      report(context, &rule_circular_broader, reference->range,
             "Nothing can be broader than itself: %.*s", SLICE_FMT(tell_way(self, last)));
  for (uint32_t i = last; i != LOOKED_AT_MAX; i = self->steps[i].from)
    add_related(context, finding, self->steps[i].entry, SLICE("part of the circle"));
}

static void check_relations(RuleContext *context) {
  Way way = {.context = context, .asked_most = context->asked.len + NAMES_MAX};
  for (size_t i = 0; i < context->references.len && context->asked.len < way.asked_most; i++)
    if (context->references.items[i].kind == REFERENCE_BROADER)
      check_reference(&way, &context->references.items[i]);
}

const Rule rule_circular_broader = {
    .info = {.id = "circular-broader",
             .severity = SEVERITY_ERROR,
             .summary = "Broader terms that go round in a circle",
             .why = "A broader term holds more than the narrower one. Where following them leads "
                    "back to the start, one of the lines is turned around or one is too many.",
             .file = "GLOSSARY.md",
             .bad = "## Spar\n"
                    "- broader: mast\n"
                    "\n"
                    "A spar is a pole on a ship.\n"
                    "\n"
                    "## Mast\n"
                    "- broader: spar\n"
                    "\n"
                    "A mast is a spar that stands upright.\n",
             .good = "## Spar\n"
                     "\n"
                     "A spar is a pole on a ship.\n"
                     "\n"
                     "## Mast\n"
                     "- broader: spar\n"
                     "\n"
                     "A mast is a spar that stands upright.\n"},
    .check_relations = check_relations,
};

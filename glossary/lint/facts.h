// Facts: what entries have in common besides their names: sentences, categories, and which concept
// is broader than which. Kept for all entries of the store, also those of files that nobody checks,
// from their plain data and bytes; nothing is parsed for it.
//
// Whoever tells of a fact is told again when it changes: facts_apply and facts_survey append the
// ids of the entries whose relations have to be looked at again.
#pragma once

#include "names.h"
#include "sentences.h"

typedef struct Facts Facts;
typedef Array(uint32_t) EntryIds;

Facts *facts_new(const Store *store, Names *names); // both borrowed
void facts_delete(Facts *self);

// Follows a change of the store, after names_apply. New facts are read by facts_survey.
void facts_apply(Facts *self, const StoreChange *change, EntryIds *touched);

// Reads at most `most` entries that are new or have changed. True when all are read: until then
// what is said below may be incomplete.
bool facts_survey(Facts *self, size_t most, EntryIds *touched);

// The sentences of an entry; ranges count from its start. Valid until the next facts_apply or
// facts_survey, as all that follows.
const SentenceFact *facts_sentences(const Facts *self, uint32_t entry, size_t *count);

// The entries with a sentence of this hash, ascending by id, each once.
const uint32_t *facts_with_sentence(const Facts *self, uint64_t hash, size_t *count);

// How the category of an entry is spelt by most entries that share it, in any case, number and
// hyphenation; of equally many the first in byte order. An empty slice when the entry has none.
Slice facts_category(const Facts *self, uint32_t entry);

// Whether that spelling is at least three times as common as the entry's own.
bool facts_category_is_clear(const Facts *self, uint32_t entry);

// The names that the `broader` fields of an entry give.
const NameId *facts_broader(const Facts *self, uint32_t entry, size_t *count);

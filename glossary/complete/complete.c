// A proposal is a form that is like the last words before the cursor. For each number of words, the
// largest first, index_like finds them, one kind of likeness after the other; they are ranked by
// what is known without writing them; and only those that will be shown are written as the
// sentence, or the program, needs them.
#include "../match/query_impl.h"
#include "identifier.h"
#include "index_like.h"
#include "natural.h"
#include "typed.h"

enum {
  FEW = 10, // with fewer proposals than these, scattered letters fill the list up to them
  WINDOW = COMPLETION_REACH, // of the document, to know whether the cursor is in running text
};

typedef struct {
  Alike like;
  Entry *entry;
  uint64_t rank;  // ascending: the best first
  uint32_t first; // typed word
  Likeness how;
} Candidate;

typedef struct {
  Question question;
  Arena *arena;
  Slice text;
  Typed typed;
  Casing casing; // of identifiers
  Alikes found;
  FoldBuffer squeezed;
  Array(Candidate) heap; // the best one first
  Array(Slice) forms;    // that were written already
  Completions result;
  bool more; // there may be forms that were not compared, or that were left out
} Search;

// --- the order of the answer ---

static uint64_t at_most_255(uint64_t n) {
  return n < 255 ? n : 255;
}

static uint64_t rank_of(const Search *self, const Candidate *candidate) {
  uint64_t distance = question_standing(&self->question, candidate->entry->file)->distance;
  return (uint64_t)candidate->how << 48 | at_most_255(candidate->like.excess) << 40 |
         distance << 8 | candidate->entry->status;
}

static int compare(const Search *self, const Candidate *a, const Candidate *b) {
  if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
  int order = strcmp(a->like.rest, b->like.rest);
  if (!order) order = slice_cmp(a->like.form, b->like.form);
  return order ? order : question_compare(&self->question, a->entry, b->entry);
}

static void swap(Candidate *a, Candidate *b) {
  Candidate was = *a;
  *a = *b;
  *b = was;
}

static void sift_down(Search *self, size_t at) {
  Candidate *heap = self->heap.items;
  for (size_t child; (child = at * 2 + 1) < self->heap.len; at = child) {
    if (child + 1 < self->heap.len && compare(self, &heap[child + 1], &heap[child]) < 0) child++;
    if (compare(self, &heap[at], &heap[child]) <= 0) return;
    swap(&heap[at], &heap[child]);
  }
}

static void order_heap(Search *self) {
  for (size_t i = self->heap.len / 2; i > 0; i--) sift_down(self, i - 1);
}

static Candidate take_best(Search *self) {
  Candidate best = self->heap.items[0];
  self->heap.items[0] = self->heap.items[--self->heap.len];
  sift_down(self, 0);
  return best;
}

// --- looking ---

// The parts of an identifier may be one word of a name (LangCh: LangChain).
static Slice squeeze(Search *self, Slice name) {
  FoldBuffer *out = &self->squeezed;
  out->len = 0;
  for (size_t i = 0; i < name.len; i++)
    if (name.ptr[i] != ' ' || i + 1 == name.len) *array_push(out) = name.ptr[i];
  return slice_new(out->items, out->len);
}

static void add_candidate(Search *self, const Alike *like, Likeness how, size_t first) {
  Candidate *added = array_push(&self->heap);
  *added = (Candidate){.like = *like,
                       .entry = store_entry(self->question.store, like->entry),
                       .first = (uint32_t)first,
                       .how = how};
  added->rank = rank_of(self, added);
}

// Of scattered letters, two in three are there, or people see words they did not mean.
static bool is_dense(const Alike *like, Slice name) {
  return like->excess <= name_letters(name) / 2;
}

static void look(Search *self, Likeness how, size_t first) {
  Slice name = typed_name(&self->typed, first);
  if (!typed_may_be(&self->typed, first, how)) return;
  bool squeezed = self->typed.identifier && how <= LIKE_WORD;
  Likes likes = {.layers = self->question.layers,
                 .layer_count = self->question.layer_count,
                 .how = how,
                 .typed = squeezed ? squeeze(self, name) : name,
                 .admits = question_admits,
                 .context = &self->question};
  self->found.len = 0;
  self->more |= !index_like(&likes, &self->found);
  for (size_t i = 0; i < self->found.len; i++) {
    if (how == LIKE_LETTERS && !is_dense(&self->found.items[i], name))
      self->more = true;
    else
      add_candidate(self, &self->found.items[i], how, first);
  }
}

static size_t depth_of(const Question *question) {
  size_t depth = 0;
  for (size_t i = 0; i < question->layer_count; i++)
    if (index_depth(question->layers[i]) > depth) depth = index_depth(question->layers[i]);
  return depth;
}

// --- the answer ---

static Range typed_range(const Search *self, const Candidate *candidate) {
  return (Range){self->typed.words.items[candidate->first].start, self->typed.end};
}

static bool is_heading(const Candidate *candidate) {
  return candidate->like.role == FORM_HEADWORD && natural_headings(candidate->entry->file);
}

static Slice label_of(const Search *self, const Candidate *candidate) {
  Slice form = candidate->like.form;
  Slice typed = slice_range(self->text, typed_range(self, candidate));
  if (self->typed.identifier) return identifier_write(form, self->casing, typed, self->arena);
  if (candidate->how == LIKE_PREFIX) return natural_case(form, typed, self->arena);
  return natural_hint(form, typed, is_heading(candidate), self->arena);
}

// A form that is like what was typed in two ways might be written in two: the first one counts.
static bool is_known(const Search *self, Slice form) {
  for (size_t i = 0; i < self->forms.len; i++)
    if (slice_eq(self->forms.items[i], form)) return true;
  return false;
}

static bool is_proposed(const Search *self, Slice label) {
  for (uint32_t i = 0; i < self->result.count; i++)
    if (slice_eq(self->result.items[i].label, label)) return true;
  return false;
}

static void propose(Search *self, const Candidate *candidate) {
  if (is_known(self, candidate->like.form)) return;
  *array_push(&self->forms) = candidate->like.form;
  Slice label = label_of(self, candidate);
  if (!label.len || is_proposed(self, label)) return;
  self->result.items[self->result.count++] =
      (Completion){label, candidate->entry, candidate->like.role, typed_range(self, candidate)};
}

static void propose_best(Search *self, uint32_t limit) {
  order_heap(self);
  while (self->heap.len && self->result.count < limit) {
    Candidate best = take_best(self);
    propose(self, &best);
  }
  self->more |= self->heap.len > 0;
}

static void propose_all_words(Search *self) {
  size_t count = self->typed.words.len, depth = depth_of(&self->question);
  for (size_t first = count > depth ? count - depth : 0; first < count; first++) {
    for (Likeness how = LIKE_PREFIX; how < LIKE_LETTERS; how++) look(self, how, first);
    propose_best(self, COMPLETION_MAX);
    self->heap.len = 0;
    if (self->result.count == COMPLETION_MAX) return;
  }
}

static void propose_letters(Search *self) {
  size_t count = self->typed.words.len;
  look(self, LIKE_LETTERS, self->typed.identifier ? 0 : count - 1);
  propose_best(self, FEW);
}

static void answer(Search *self) {
  self->result.typed = (Range){self->typed.end, self->typed.end};
  self->result.items = arena_array(self->arena, Completion, COMPLETION_MAX);
  if (!self->typed.words.len) return;
  propose_all_words(self);
  bool few = self->result.count < FEW;
  if (few) propose_letters(self);
  self->result.incomplete = !few || self->more || typed_is_early(&self->typed);
  for (uint32_t i = 0; i < self->result.count; i++)
    if (self->result.items[i].typed.start < self->result.typed.start)
      self->result.typed = self->result.items[i].typed;
}

// --- code or sentence ---

// A piece of the document around the offset, whole lines where it can be.
static Range window_around(Slice text, uint32_t offset) {
  uint32_t start = offset > WINDOW ? offset - WINDOW : 0, end = offset;
  while (start > 0 && start < offset && text.ptr[start - 1] != '\n') start++;
  while (end < text.len && end - offset < WINDOW && text.ptr[end] != '\n') end++;
  return (Range){start, end};
}

// A comment may end before the blank that was just typed.
static bool is_running_text(const ProseLanguage *language, Slice text, uint32_t offset) {
  if (offset > 0 && text.ptr[offset - 1] == ' ') offset--;
  Range window = window_around(text, offset);
  Prose prose = prose_read(language, slice_range(text, window));
  bool result = prose_holds(&prose, offset - window.start);
  prose_free(&prose);
  return result;
}

// In the code of a markup (`kernel_fu`), which may be of any language, the identifier itself has to
// show that it is one.
static bool reads_as_identifier(Search *self, const ProseLanguage *language, uint32_t offset) {
  if (!language) return false;
  IdentifierStyle own = language->identifiers;
  self->typed = typed_identifier(self->text, offset, own == IDENTIFIERS_KEBAB);
  bool tells = false;
  if (self->typed.words.len) {
    Range range = {self->typed.words.items[0].start, offset};
    tells = casing_of(slice_range(self->text, range), own, &self->casing);
  }
  if ((tells || own != IDENTIFIERS_NONE) && !is_running_text(language, self->text, offset))
    return true;
  typed_free(&self->typed);
  return false;
}

Completions query_completions(Terms *terms, Scope scope, const ProseLanguage *language, Slice text,
                              uint32_t offset, Arena *arena) {
  if (offset > text.len) offset = (uint32_t)text.len;
  Search search = {.question = question_new(terms, scope, arena), .arena = arena, .text = text};
  if (!reads_as_identifier(&search, language, offset)) search.typed = typed_words(text, offset);
  answer(&search);
  typed_free(&search.typed);
  array_free(&search.found);
  array_free(&search.squeezed);
  array_free(&search.heap);
  array_free(&search.forms);
  return search.result;
}

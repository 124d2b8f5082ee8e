#include <glossary/complete/natural.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

// form, what was typed of it, how it is written
static const char *const CASES[][3] = {
    {"kernel fusion", "ker", "kernel fusion"},
    {"kernel fusion", "Ker", "Kernel fusion"},
    {"kernel fusion", "KER", "KERNEL FUSION"},
    {"kernel fusion", "Kernel F", "Kernel Fusion"},
    {"kernel fusion", "kernel", "kernel fusion"},
    {"Kernel Fusion", "ker", "kernel fusion"},
    {"Kernel Fusion", "Ker", "Kernel Fusion"},
    {"Mixture of Experts", "mix", "mixture of experts"},
    {"Kalman filter", "Kal", "Kalman filter"},
    {"Kalman filter", "extended", "kalman filter"},
    {"kNN-LM", "KNN", "kNN-LM"},
    {"LaMDA", "lam", "LaMDA"},
    {"KV cache", "KV c", "KV cache"},
    {"KV cache", "kv", "KV cache"},
    {"KV cache", "KV CA", "KV CACHE"},
    {"fine-tuning", "Finet", "Fine-tuning"},
    {"p\u00E8re", "PE", "P\u00C8RE"},
    {"\u00DCbung", "\u00FC", "\u00FCbung"},
    {"\u6CE8\u6587", "\u6CE8", "\u6CE8\u6587"},
    {"C++", "C", "C++"},
    {"kernel fusion", "", "kernel fusion"},
    {"caf\xFF", "C", "Caf\xFF"},
};

static void forms_are_written_as_the_sentence_needs(void **state) {
  (void)state;
  Arena *arena = arena_new();
  for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
    Slice found = natural_case(slice_of(CASES[i][0]), slice_of(CASES[i][1]), arena);
    if (!slice_eq(found, slice_of(CASES[i][2])))
      fail_msg("%s, %s: %.*s", CASES[i][0], CASES[i][1], SLICE_FMT(found));
  }
  arena_delete(arena);
}

// form, some of it, how it is written; then, when its capital is that of a heading
static const char *const HINTS[][4] = {
    {"kernel fusion", "fus", "kernel fusion", "kernel fusion"},
    {"kernel fusion", "Fus", "Kernel fusion", "Kernel fusion"},
    {"kernel fusion", "FUSION", "KERNEL FUSION", "KERNEL FUSION"},
    {"kernel fusion", "KE FU", "KERNEL FUSION", "KERNEL FUSION"},
    {"kernel fusion", "KF", "kernel fusion", "kernel fusion"},
    {"Kalman filter", "kf", "Kalman filter", "kalman filter"},
    {"Kalman filter", "filt", "Kalman filter", "kalman filter"},
    {"Kalman filter", "Filt", "Kalman filter", "Kalman filter"},
    {"Mixture of Experts", "exp", "mixture of experts", "mixture of experts"},
    {"Mixture of Experts", "Exp", "Mixture of Experts", "Mixture of Experts"},
    {"KV cache", "cach", "KV cache", "KV cache"},
    {"\u00DCbung", "bng", "\u00DCbung", "\u00FCbung"},
    {"C++ template", "templ", "C++ template", "C++ template"},
    {"\u6CE8\u6587", "\u6587", "\u6CE8\u6587", "\u6CE8\u6587"},
};

static void hints_say_how_a_form_begins(void **state) {
  (void)state;
  Arena *arena = arena_new();
  for (size_t i = 0; i < sizeof HINTS / sizeof *HINTS; i++)
    for (int heading = 0; heading < 2; heading++) {
      Slice found = natural_hint(slice_of(HINTS[i][0]), slice_of(HINTS[i][1]), heading, arena);
      if (!slice_eq(found, slice_of(HINTS[i][2 + heading])))
        fail_msg("%s, %s, heading %d: %.*s", HINTS[i][0], HINTS[i][1], heading, SLICE_FMT(found));
    }
  arena_delete(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(forms_are_written_as_the_sentence_needs),
                                     cmocka_unit_test(hints_say_how_a_form_begins)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: never
// Copyright 2020 never
/* -*- never -*- */
/*
 * A block of prose, and prose
 * over two lines; `never` in a span, ``never ` never`` in another.
 *
 *     never = never(1);
 *
 * More prose. See https://never.org/never for prose.
 */
#include <stdio.h>

// NOLINTNEXTLINE(never)
/* clang-format off: never */
static const char *never_a = "never // never", *never_b = "never /* never \" never // */ never";
static const int never_c = '"', never_d = '\'', never_e = L'/';
#define never(never) \
  "never" #never // prose \
  and prose on its next line

/**
 * @brief Says some prose in prose.
 *
 * @param never prose of it
 * @param[in] never prose again
 * @return prose
 * \c never in prose and @ref never in prose, \b prose too
 * @code
 * never(never);
 * @endcode
 * Then prose with \f$ never \f$ in prose.
 * @see never
 */
int never_f(int never_x /* prose */, int never_y) { //!< prose of it
  // prose don't "end /* prose
  int never_z = never_x / never_y; // prose
  // never = never + 1;
  // if (never) {
  return never_z /*prose*/ / 2;
}

//--------------------------------------------------------------------
// A prose
//--------------------------------------------------------------------
// gloss-disable-next-line remark -- remark
// prose
/* gloss-disable remark */ // gloss-enable remark
/// gloss-disable remark
/**
 * gloss-enable remark
 *   remark
 */
// Lines of prose
// gloss-disable remark
// with prose.
char never_h[] = "// gloss-disable never";
/* prose:
// gloss-disable prose
 */
#if 0
int never_g;
#endif
int main(void) { return printf("never" "/*never*/" "%s", never_a) + never_b[0] + never_c + never_d + never_e; }

// Some prose: prose in line comments
// that go on with prose.
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
char never_h[] = R"(
// gloss-disable never
)";
#include <string>
#include <vector>

namespace never {
const int never_number = 1'000'000, never_hex = 0xdead'beefu; // prose
const char never_char = 'n', never_quote = '\'', never_double = '"'; // prose
const char *const never_raw = R"(never // never " never /* never)"; // prose
const char *const never_marked = R"never(never )" // never )never"; // prose
const char16_t *const never_wide = u"never // never"; // prose
const auto never_u8 = u8R"x(never)y" never /* )x"; /* prose */

/// A template of prose: std::vector<never> of <b>prose</b>.
///
/// \tparam never prose
/// @throws never prose
template <typename never_t> std::vector<never_t> never_f(const never_t &never_x) {
  return {never_x}; /* prose
                       and prose */
}

/** @ingroup never */
struct never_s {
  int never_m; ///< prose behind
  int never_n; /**< prose behind */
};
} // namespace of prose

//go:build linux || never

// Package sample is made of prose: a link to [`never`] is prose.
//
//	never := never("never")
//
// More prose:
//   - a list of prose
//   - more prose
package sample

/*
A block of prose,
with prose.

	never()
*/
import "fmt"

const never = "never // never \" never" // prose
const neverRaw = `never // never
/* never */ \` // prose
const neverRune, neverQuote = '"', '\'' // prose

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
//go:generate never
//nolint:never
func Never(never int) string { // prose
	// nolint:never
	// never := never(1);
	return fmt.Sprint(never /* prose */ /2, neverRaw, "never", never, neverRune, neverQuote)
}

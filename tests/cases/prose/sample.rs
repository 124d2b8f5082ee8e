#![allow(unused, reason = "never // never")]
//! A crate of prose.
//!
//! ```
//! let never = never();
//! ```
//! More prose of [`never`] and [prose](never), **prose** too.
//!
//! [never]: crate::never

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
/// ```
/// gloss-disable never
/// ```
const NEVER: &str = "
// gloss-disable never
";
/* outer prose /* inner prose */ still prose */
/// Says prose.
///
/// # The heading of prose
fn never<'a>(never: &'a str) -> i32 {
    // prose don't "end
    let never_char = ('"', '\'', '\\', '\u{41}', 'n', '/', b'"'); // prose
    let never_text = "never // never \" never /* never"; // prose
    let never_lines = "never
        never // never"; // prose
    let never_raw = r"never \"; // prose
    let never_hash = r#"never "never" // never"#; // prose
    let never_bytes = br##"never "# // never"##; // prose
    let r#never = 'never: loop { break 'never 1; }; // prose
    let _ = (never_char, never_text, never_lines, never_raw, never_hash, never_bytes, r#never);
    never /* prose */
}
/** Block of prose
 *  and prose */
#[doc = "never"]
#[rustfmt::skip]
fn main() { /* inner prose */ }

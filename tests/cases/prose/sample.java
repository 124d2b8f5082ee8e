// Some prose.
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
package sample;

/**
 * The prose of a class, with {@code never} and {@link never} and {@link Foo prose} in it, and
 * {@link Foo#bar(Never) prose} too, {@value never}.
 *
 * <p>Another <em>prose</em>:
 *
 * <pre>{@code
 *   never = never("never");
 * }</pre>
 *
 * <p>More prose and <code>never</code>.
 *
 * @author never
 * @param <never> prose of it
 * @see never
 * @since never
 */
class Sample<never> {
  static final String NEVER_A = "never // never \" /* never", NEVER_B = "never"; // prose
  static final char NEVER_C = '"', NEVER_D = '\'', NEVER_E = '\u0041'; /* prose */
  static final String NEVER_F = """
      never // never
      "never" \""" /* never
      """; // prose

  /**
   * Returns prose.
   *
   * @param never the prose
   * @return prose
   * @throws never when prose
   * @deprecated use prose
   */
  @SuppressWarnings("never")
  int never(int never) throws IllegalStateException {
    // CHECKSTYLE:OFF never
    // never.never();
    return never / 2; // prose
  }
}

/// <reference types="never" />
// Some prose.
// @ts-ignore never

/** The prose of a type: {@link never | prose}. */
export type Never<T> = { never: `never-${string}`; other: T }; // prose

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
// tslint:disable never
export const never = <T,>(never: T, neverB: string = 'never'): T => never; // prose
export const neverCast = <string>(<unknown>'never // never'); // prose

export const neverDivide = neverNumber()! / 2; // prose, don't "stop
function neverNumber(): number | undefined {
  return /never\/\/'/u.test('never') ? 1 : 2; /* prose
    and prose */
}

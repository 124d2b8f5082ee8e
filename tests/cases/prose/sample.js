#!/usr/bin/env never
// A comment of prose,
// with prose.
/* eslint-disable never */

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
never(`
// gloss-disable never
`);
'use strict';

/**
 * Says prose.
 *
 * @param {never} never - prose
 * @param {Object<never, {never: never}>} [never=never] prose
 * @param never prose
 * @returns {never} prose
 * @typedef {never} Never
 * @see {@link never}
 * @example
 * never('never');
 * // never
 */
function never(never) {
  const neverA = 'never // never \' never', neverB = "never /* never"; // prose
  const neverC = `never // never ${never + `never ${'never' /* prose */} never`} // never`; // prose
  const neverD = /never\/[/"'`]never\/* \/\/ never/g, neverE = never / 2 / 3; // prose
  const neverF = [/never"/, (never) / 2 /* prose */, /[/]never'/.test(never)]; // prose
  if (never) /never"/.exec(never); // prose
  const neverG = { never: { never } }; // prose
  // prettier-ignore
  // @ts-expect-error never
  for (const never of []) /never'/.test('never'); // prose
  return typeof /never`/ === 'never' ? never++ / 2 : never; // prose
}
// never(never);
// A note of prose: don't `stop
never({}); // prose

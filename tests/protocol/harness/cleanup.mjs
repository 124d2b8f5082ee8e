// What is to be undone when a test is over: the last first, and all of it whatever fails on the way. The test
// runner itself stops at the first hook that fails, which would leave servers running.
const pending = new WeakMap(); // test context -> functions

async function undo(steps) {
  const failures = [];
  for (const step of steps.reverse())
    try {
      await step();
    } catch (error) {
      failures.push(error);
    }
  if (failures.length) throw failures[0];
}

export function atEnd(t, step) {
  if (!pending.has(t)) {
    const steps = [];
    pending.set(t, steps);
    t.after(() => undo(steps));
  }
  pending.get(t).push(step);
}

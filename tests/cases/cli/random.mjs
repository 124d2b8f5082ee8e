// Numbers that repeat: gives a function that gives a number below `n`, the same ones for a seed.
export function randomizer(seed) {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % n;
  };
}

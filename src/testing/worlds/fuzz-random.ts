/**
 * Some seconds with every run of the tests; `npm run fuzz -- --minutes 10` for longer. A seed repeats what a
 * run did.
 */
const SECONDS = Number(process.env["FUZZ_SECONDS"] ?? 4);
// Long runs begin elsewhere each time; those of every day are the same, so that a change is to blame for what
// they find.
export const SEED = Number(
  process.env["FUZZ_SEED"] ?? (process.env["FUZZ_SECONDS"] ? Date.now() % 2 ** 31 : 1),
);
let state = SEED;
/** Mulberry32. */
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
/** One of a list. */
export function pick<T>(list: readonly T[]): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
}
/** Repeats a step for half the time of a run, three times at least. */
export async function untilOver(step: (round: number) => Promise<void>): Promise<void> {
  // Each test begins anew, so that a seed repeats it whatever the other one did.
  state = SEED;
  const end = Date.now() + (SECONDS * 1000) / 2;
  for (let round = 0; round < 3 || Date.now() < end; round += 1) await step(round);
}

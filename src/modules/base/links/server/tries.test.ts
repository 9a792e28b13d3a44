import { expect, test } from "vitest";
import { Tries } from "./tries.ts";
import { Turns } from "./turns.ts";

test("so many tries in a window, then one waits until it is over; other keys are not held up", () => {
  const tries = new Tries(2, 10_000);
  expect([tries.take("a", 0), tries.take("a", 1000), tries.take("a", 2000), tries.take("b", 2000)]).toEqual([
    0, 0, 8, 0,
  ]);
  expect(tries.take("a", 10_000)).toBe(0);
});

test("it keeps a bounded number of keys, the newest", () => {
  const tries = new Tries(1, 10_000, 2);
  for (const key of ["a", "b", "c"]) tries.take(key, 0);
  expect([tries.take("c", 1), tries.take("a", 1)]).toEqual([10, 0]);
});

test("work of one key goes one after the other, also after one that failed", async () => {
  const turns = new Turns();
  const seen: string[] = [];
  const slow =
    (name: string, ms: number, fails = false) =>
    async () => {
      seen.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, ms));
      seen.push(`${name} ends`);
      if (fails) throw new Error(name);
    };
  await Promise.allSettled([
    turns.run("k", slow("one", 20, true)),
    turns.run("k", slow("two", 1)),
    turns.run("l", slow("other", 1)),
  ]);
  expect(seen.filter((one) => !one.startsWith("other"))).toEqual([
    "one begins",
    "one ends",
    "two begins",
    "two ends",
  ]);
  expect(seen.indexOf("other ends")).toBeLessThan(seen.indexOf("one ends"));
});

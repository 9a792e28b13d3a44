import { expect, test } from "vitest";
import { kaplanMeierMedian } from "./survival.ts";

test("the median of survival counts those whose end is unknown as long as they were seen", () => {
  // Textbook: 6 patients, deaths at 3, 5, 8; lost to sight at 4, 6, 9. 5/6, then × 3/4, then × 1/2.
  const seen = [
    { day: 3, events: 1, censored: 0 },
    { day: 4, events: 0, censored: 1 },
    { day: 5, events: 1, censored: 0 },
    { day: 6, events: 0, censored: 1 },
    { day: 8, events: 1, censored: 0 },
    { day: 9, events: 0, censored: 1 },
  ];
  expect(kaplanMeierMedian(seen)).toBe(8);
  expect(kaplanMeierMedian(seen.toReversed())).toBe(8);
  // Nobody unknown: the plain median. Exactly half, after 2/3 × 3/4, is reached.
  expect(
    kaplanMeierMedian([
      { day: 1, events: 2, censored: 0 },
      { day: 7, events: 2, censored: 0 },
    ]),
  ).toBe(1);
  expect(
    kaplanMeierMedian([
      { day: 1, events: 1, censored: 0 },
      { day: 2, events: 1, censored: 2 },
    ]),
  ).toBe(2);
  expect(kaplanMeierMedian([{ day: 1, events: 1, censored: 9 }])).toBe(null);
  expect(kaplanMeierMedian([])).toBe(null);
});

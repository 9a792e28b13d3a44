import { expect, it } from "vitest";
import { nearDays } from "./near-days.ts";

const daysFrom = (today: string) => nearDays(today).map(({ key, day }) => `${key} ${day}`);

it("offers tomorrow, the Monday of next week and the same weekday of it", () => {
  expect(daysFrom("2026-12-02")).toEqual(["tomorrow 2026-12-03", "monday 2026-12-07", "week 2026-12-09"]);
});

it("says a day once: on a Sunday tomorrow is the Monday, on a Monday the next one is in a week", () => {
  expect(daysFrom("2026-12-06")).toEqual(["tomorrow 2026-12-07", "week 2026-12-13"]);
  expect(daysFrom("2026-12-07")).toEqual(["tomorrow 2026-12-08", "monday 2026-12-14"]);
});

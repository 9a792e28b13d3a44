import { expect, test } from "vitest";
import { DEFAULT_HOURS } from "../../../../shared/time/week-hours.ts";
import { readDay, readWeek, typedWeek, weeklyHours } from "./hours-text.ts";

test("periods are read as people type them, and what is none is told", () => {
  expect(readDay("9-12，13:30 – 18")).toEqual([
    ["09:00", "12:00"],
    ["13:30", "18:00"],
  ]);
  expect([
    readDay(""),
    readDay("22:00至06:00"),
    readDay("9-25"),
    readDay("nine"),
    readDay("9-12, 11-13"),
  ]).toEqual([[], [["22:00", "06:00"]], null, null, null]);
});

test("what is shown of kept hours is read as the same, with its sum", () => {
  const typed = typedWeek(DEFAULT_HOURS);
  expect(readWeek(typed)).toEqual({ hours: DEFAULT_HOURS, wrong: [] });
  expect(weeklyHours(DEFAULT_HOURS)).toBe(40);
  expect(readWeek({ ...typed, sat: "x" }).wrong).toEqual(["sat"]);
});

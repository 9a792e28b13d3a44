import { expect, test } from "vitest";
import { isPastKey } from "../../data/past-key.ts";
import { marksBetween, monthEnd, monthEndAfter, monthEndBefore, placeOf } from "./past-day.ts";

test("month ends before and after, also from a month end and over a leap day", () => {
  expect(monthEnd("2024-02-10", 0)).toBe("2024-02-29");
  expect([monthEndBefore("2026-03-31"), monthEndAfter("2026-03-31"), monthEndAfter("2026-03-30")]).toEqual([
    "2026-02-28",
    "2026-04-30",
    "2026-03-31",
  ]);
});

test("marks thin out over long times and never lie outside", () => {
  expect(marksBetween("2026-01-15", "2026-04-30").map(({ day, strength }) => [day, strength])).toEqual([
    ["2026-01-31", "month"],
    ["2026-02-28", "month"],
    ["2026-03-31", "quarter"],
  ]);
  expect(marksBetween("2016-10-20", "2026-11-21").every(({ strength }) => strength !== "month")).toBe(true);
  expect(marksBetween("1990-01-01", "2026-11-21")).toHaveLength(36);
  expect([
    placeOf("2026-01-01", "2026-01-01", "2026-01-01"),
    placeOf("2025-01-01", "2026-01-01", "2026-02-01"),
  ]).toEqual([1, 0]);
});

test("live updates leave the past alone and nothing else", () => {
  expect(isPastKey(["records", "lead", "list", { as_of: "2026-01-31" }])).toBe(true);
  expect(isPastKey(["records", "lead", "list", { as_of: "" }])).toBe(false);
  expect([
    isPastKey(["record", "lead", "1", "2026-01-31"]),
    isPastKey(["record", "lead", "1", null]),
    isPastKey(["record", "lead", "1", "changes"]),
  ]).toEqual([true, false, false]);
});

import { expect, test } from "vitest";
import { dwellLevel, visitLengthOf } from "./dwell.ts";

const norm = { p50: 3, p75: 5, p90: 8, outlier: 12 };

test.each([
  [5, norm, null, "fine", null],
  [6, norm, null, "amber", "over_p75"],
  [9, norm, null, "red", "over_p90"],
  [13, norm, null, "red", "outlier"],
  // Fewer than the 90th percentile and yet an outlier: nine in ten took long, but all alike.
  [7, { ...norm, outlier: 6 }, null, "red", "outlier"],
  [8, null, 10, "fine", null],
  [9, null, 10, "amber", "near_max"],
  [11, null, 10, "red", "over_max"],
  [6, norm, 7, "amber", "near_max"],
  [11, null, null, "amber", "near_usual"],
  [100, null, null, "red", "over_usual"],
  [0, { p50: 0, p75: 0, p90: 0, outlier: 0 }, 0, "fine", null],
] as const)("%i working days, norm %o, longest stay %o: %s", (days, figures, max, level, cause) =>
  expect(dwellLevel(days, figures, max)).toEqual({ level, cause }),
);

test("a stay is counted by the company's calendar and in its zone", () => {
  const company = {
    zone: "Asia/Shanghai",
    exceptions: [
      { date: "2026-10-10", working: true },
      ...[1, 2, 5, 6, 7].map((day) => ({ date: `2026-10-0${day}`, working: false })),
    ],
  };
  // From the evening of 30 September in Shanghai (UTC 16:30 is already 1 October there) to Monday the 12th:
  // 8, 9, 10 (调休) and 12.
  expect(visitLengthOf(company, "2026-09-30T16:30:00Z", "2026-10-12T02:00:00Z")).toEqual({
    workingDays: 4,
    calendarDays: 11,
  });
});

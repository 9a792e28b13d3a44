import { describe, expect, it } from "vitest";
import { canStandStill, dwellLevel, visitLengthOf } from "./dwell.ts";

const norm = { p50: 3, p75: 5, p90: 8, outlier: 12 };

describe("limits that are set for a stage", () => {
  it.each([
    [9, { red: 20 }, "amber", "over_p75"],
    [21, { red: 20 }, "red", "over_set"],
    [20, { red: 20 }, "amber", "over_p75"],
    [6, { amber: 7 }, "fine", null],
    [8, { amber: 7 }, "amber", "near_set"],
    [9, { amber: 7 }, "red", "over_p90"],
    [7, { amber: 7, red: 9 }, "fine", null],
    [0, { amber: 0 }, "fine", null],
    [1, { amber: 0, red: 0 }, "red", "over_set"],
  ] as const)("%i days, %o: %s by %s", (days, set, level, cause) => {
    expect(dwellLevel(days, norm, null, set)).toEqual({ level, cause });
  });
  it("hold even beyond the longest stay: whoever set them knows it", () => {
    expect(dwellLevel(11, norm, 10, { red: 15 })).toEqual({ level: "amber", cause: "near_max" });
    expect(dwellLevel(11, norm, 10, {})).toEqual({ level: "red", cause: "over_max" });
  });
});

it("only a record on its way can stand still", () => {
  expect((["open", "won", "lost"] as const).map((type) => canStandStill({ type }))).toEqual([
    true,
    false,
    false,
  ]);
});

it("a clock that runs behind makes no stay shorter than none", () => {
  const company = { zone: "Asia/Shanghai", exceptions: [] };
  expect(visitLengthOf(company, "2026-11-05T02:00:00Z", "2026-11-04T02:00:00Z")).toEqual({
    workingDays: 0,
    calendarDays: 0,
  });
});

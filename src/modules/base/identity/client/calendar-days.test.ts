import { describe, expect, it } from "vitest";
import { isWeekday, monthsOf, withDay } from "./calendar-days.ts";

describe("the months of a year", () => {
  it("are twelve, with all their days", () => {
    expect(monthsOf(2026).map(({ days }) => days.length)).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    expect(monthsOf(2026).flatMap(({ days }) => days)).toHaveLength(365);
  });
  it("know leap years", () => {
    expect([2024, 2000, 1900].map((year) => monthsOf(year)[1]?.days.length)).toEqual([29, 29, 28]);
  });
  it("begin in the column of their first day, Monday being the first", () => {
    // 1 June 2026 was a Monday, 1 November 2026 a Sunday.
    const months = monthsOf(2026);
    expect([months[5]?.column, months[10]?.column]).toEqual([1, 7]);
    expect(months[10]?.first).toBe("2026-11-01");
    expect(months[10]?.days.at(-1)).toBe("2026-11-30");
  });
});

it("Saturday and Sunday are no weekdays", () => {
  const week = Array.from({ length: 7 }, (_, day) => isWeekday(`2026-06-0${day + 1}`));
  expect(week).toEqual([true, true, true, true, true, false, false]);
});

describe("a day said anew", () => {
  const national = { date: "2026-10-01", working: false, name: "国庆节" };
  const worked = { date: "2026-10-10", working: true, name: "调休" };

  it("stands where it belongs in the year", () => {
    const early = { date: "2026-01-01", working: false, name: "元旦" };
    expect(withDay([national, worked], early.date, early)).toEqual([early, national, worked]);
  });
  it("stands in place of what was said of it before", () => {
    const changed = { ...national, working: true, name: "值班" };
    expect(withDay([national, worked], national.date, changed)).toEqual([changed, worked]);
  });
  it("is as usual again, and the others stay", () => {
    expect(withDay([national, worked], national.date, null)).toEqual([worked]);
  });
  it("that was as usual stays so", () => {
    expect(withDay([national], worked.date, null)).toEqual([national]);
  });
});

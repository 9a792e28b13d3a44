import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  dateOf,
  dateOfDay,
  dateOfParts,
  dayNumber,
  daysBetween,
  daysInMonth,
  endOfMonth,
  isDate,
  monthIndex,
  monthsBetween,
  monthsLater,
  monthStart,
  partsOf,
  weekdayOf,
} from "./dates.ts";
import { periodAfter, periodOf, PERIODS, periodsIn } from "./period.ts";
import { momentAt, wallTime } from "./zone.ts";

const [FIRST, LAST] = [dayNumber("0001-01-01"), dayNumber("9999-12-31")];
const date = fc.integer({ min: FIRST, max: LAST }).map(dateOf);
const near = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1990-01-01", days));
const months = fc.integer({ min: -1200, max: 1200 });

describe("a day", () => {
  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "0000-12-31",
    "2026-1-1",
    "20260101",
    "",
    "2026-01-01T",
  ])("%j is none", (text) => expect(isDate(text)).toBe(false));

  it("is its number, its parts and its text", () => {
    fc.assert(
      fc.property(date, (day) => {
        const { year, month, day: of } = partsOf(day);
        expect(isDate(day)).toBe(true);
        expect(dateOfDay(dayNumber(day))).toBe(day);
        expect(dateOfParts(year, month, of)).toBe(day);
        expect(of <= daysInMonth(day)).toBe(true);
      }),
    );
  });

  it("is none beyond the calendar, between two and where there is no number", () => {
    expect([FIRST, FIRST - 1, LAST, LAST + 1, 0.5, Number.NaN].map(dateOfDay)).toEqual([
      "0001-01-01",
      null,
      "9999-12-31",
      null,
      null,
      null,
    ]);
    expect([dateOfParts(10_000, 1, 1), dateOfParts(0, 1, 1), dateOfParts(2026, 4, 31)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(dayNumber("never")).toBeNaN();
  });

  it("follows the days of the week", () => {
    fc.assert(
      fc.property(date, (day) => {
        const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
        return weekdayOf(day) === (weekday === 0 ? 7 : weekday);
      }),
    );
  });

  it("lies so many days from another as are added", () => {
    fc.assert(
      fc.property(near, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        const later = addDays(day, days);
        return daysBetween(day, later) === days && daysBetween(later, day) === 0 - days;
      }),
    );
  });
});

describe("months", () => {
  it("later by none is the day itself, and by twelve the same day of next year", () => {
    fc.assert(
      fc.property(near, (day) => {
        const { year, month, day: of } = partsOf(day);
        expect(monthsLater(day, 0)).toBe(day);
        expect(monthsLater(day, 12)).toBe(
          dateOfParts(year + 1, month, of) ?? dateOfParts(year + 1, month, 28),
        );
      }),
    );
  });

  it("between are those that were added, unless the last day of a month was cut", () => {
    fc.assert(
      fc.property(near, months, (day, count) => {
        const later = addMonths(day, count);
        const cut = partsOf(later).day !== partsOf(day).day;
        const counted = monthsBetween(day, later);
        expect(counted).toBe(cut && count > 0 ? count - 1 : count === 0 ? 0 : counted);
        if (!cut) expect(counted).toBe(count);
      }),
    );
  });

  it("are complete ones: a day too few is a month less, in both directions", () => {
    const pairs = [
      ["2026-01-15", "2026-02-14"],
      ["2026-01-15", "2026-02-15"],
      ["2026-02-15", "2026-01-16"],
      ["2026-02-15", "2026-01-15"],
      ["2024-02-29", "2025-02-28"],
      ["2026-03-01", "2026-03-01"],
    ] as const;
    expect(pairs.map(([from, to]) => monthsBetween(from, to))).toEqual([0, 1, 0, -1, 11, 0]);
    expect(Object.is(monthsBetween("2026-01-16", "2026-01-15"), 0), "no minus zero").toBe(true);
  });

  it("end the day before the next begins", () => {
    fc.assert(
      fc.property(near, months, (day, count) => {
        const end = endOfMonth(day, count) ?? "";
        expect(addDays(end, 1)).toBe(monthStart(monthIndex(day) + count + 1));
      }),
    );
    expect([endOfMonth("9999-12-05", 0), endOfMonth("9999-12-05", 1)]).toEqual(["9999-12-31", null]);
  });

  it("have an index without gaps over the years", () => {
    expect([
      monthStart(12),
      monthStart(11),
      monthStart(119_999),
      monthStart(120_000),
      monthStart(12.5),
    ]).toEqual(["0001-01-01", null, "9999-12-01", null, null]);
    expect(monthIndex("2027-01-31") - monthIndex("2026-12-01")).toBe(1);
  });
});

describe("periods", () => {
  const period = fc.constantFrom(...PERIODS);
  it("hold their day, and the next begins where one ends", () => {
    fc.assert(
      fc.property(period, near, (of, day) => {
        const range = periodOf(of, day);
        expect(range.from <= day && day <= range.to).toBe(true);
        expect(periodAfter(of, day, 1).from).toBe(addDays(range.to, 1));
        expect(periodAfter(of, day, -1).to).toBe(addDays(range.from, -1));
        expect(periodOf(of, range.from)).toEqual(range);
        expect(periodOf(of, range.to)).toEqual(range);
      }),
    );
  });
  it("go back where they came from", () => {
    fc.assert(
      fc.property(period, near, fc.integer({ min: -40, max: 40 }), (of, day, count) => {
        expect(periodAfter(of, periodAfter(of, day, count).to, 0 - count)).toEqual(periodOf(of, day));
      }),
    );
  });
  it("are at most as many as asked, the first ones", () => {
    const all = periodsIn("day", { from: "2026-01-01", to: "2026-12-31" }, 3);
    expect(all.map(({ from }) => from)).toEqual(["2026-01-01", "2026-01-02", "2026-01-03"]);
    expect(periodsIn("month", { from: "2026-02-01", to: "2026-01-31" })).toEqual([]);
    expect(periodsIn("year", { from: "2020-01-01", to: "3020-01-01" })).toHaveLength(1000);
  });
});

describe("what a clock shows in a zone", () => {
  it("is the moment it was asked for, where the hour is there once", () => {
    const zone = fc.constantFrom("Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "UTC");
    fc.assert(
      fc.property(zone, near, fc.integer({ min: 4, max: 23 }), (where, day, hour) => {
        const time = `${String(hour).padStart(2, "0")}:15:00`;
        expect(wallTime(where, momentAt(where, day, time))).toBe(`${day}T${time}`);
      }),
    );
  });
  it("on a day with a change of the clock differs by the hour before and after", () => {
    expect(
      ["2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z", "2026-03-08T00:00:00Z"].map((iso) =>
        wallTime("America/New_York", iso),
      ),
    ).toEqual(["2026-03-08T01:30:00", "2026-03-08T03:30:00", "2026-03-07T19:00:00"]);
  });
  it("is refused for a zone or moment that is none", () => {
    expect(() => wallTime("Asia/Sluice", "2026-03-08T06:30:00Z")).toThrow(RangeError);
    expect(() => wallTime("Asia/Shanghai", "never")).toThrow(RangeError);
  });
});

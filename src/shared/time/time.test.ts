import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chineseHolidays } from "./chinese-holidays.ts";
import {
  addDays,
  addMonths,
  dateOfParts,
  daysBetween,
  daysInMonth,
  daysLater,
  monthsLater,
  startOfMonth,
  weekdayOf,
} from "./dates.ts";
import { periodAfter, periodOf, periodsIn } from "./period.ts";
import { clockOfSerial, serialOf } from "./serial-day.ts";
import { momentAfter, monthBegin, wholeDaysBetween } from "./spans.ts";
import { calendarOf } from "./working-calendar.ts";
import { dayIn, endOfDay, isZone, momentAt, startOfDay } from "./zone.ts";

const someDate = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1990-01-01", days));

describe("dates and zones", () => {
  it("keep months within their last day and weeks from Monday", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2024-02-29", -12)).toBe("2023-02-28");
    expect(addMonths("2026-01-15", -13)).toBe("2024-12-15");
    expect([weekdayOf("2026-03-02"), weekdayOf("2026-03-01"), weekdayOf("1965-01-01")]).toEqual([1, 7, 5]);
  });
  it("end with the calendar, or have no answer beyond it", () => {
    expect([addDays("9999-12-31", 1), addDays("0001-01-01", -1)]).toEqual(["9999-12-31", "0001-01-01"]);
    expect([addMonths("9999-12-01", 1), addMonths("0001-01-01", -1)]).toEqual(["9999-12-31", "0001-01-01"]);
    expect([daysLater("9999-12-31", 1), monthsLater("0001-01-31", -1)]).toEqual([null, null]);
    expect(() => addDays("never", 1)).toThrow(RangeError);
    expect(() => addMonths("never", 1)).toThrow(RangeError);
  });
  it("know which days there are", () => {
    expect([daysInMonth("2024-02-10"), daysInMonth("2023-02-10"), daysInMonth("1900-02-01")]).toEqual([
      29, 28, 28,
    ]);
    expect([dateOfParts(2017, 2, 30), dateOfParts(2017, 13, 1), dateOfParts(2017, 2, 3)]).toEqual([
      null,
      null,
      "2017-02-03",
    ]);
    expect([startOfMonth("2026-11-30T08:00:00Z", 2), startOfMonth("0099-12-31")]).toEqual([
      "2027-01-01",
      "0099-12-01",
    ]);
  });
  it("count spans in days of 24 hours and months from their first moment", () => {
    expect(momentAfter("2026-03-01T08:00:00Z", -1.5)).toBe("2026-02-27T20:00:00.000Z");
    expect(wholeDaysBetween("2026-03-01T08:00:00Z", "2026-03-03T07:59:59Z")).toBe(1);
    expect(new Date(monthBegin(Date.parse("2026-01-31T23:00:00Z"), 1)).toISOString()).toBe(
      "2026-02-01T00:00:00.000Z",
    );
  });
  it("are what a spreadsheet counts", () => {
    expect(serialOf("1900-03-01T00:00:00")).toBe(61);
    expect(serialOf("2026-03-25T12:00:00")).toBe(46106.5);
    expect(clockOfSerial(46106, 1000).toISOString()).toBe("2026-03-25T00:00:01.000Z");
  });
  it("tell the day of a moment where the company is", () => {
    expect(dayIn("Asia/Shanghai", "2026-03-01T16:00:00Z")).toBe("2026-03-02");
    expect(dayIn("Asia/Shanghai", "2026-03-01T15:59:59.999999Z")).toBe("2026-03-01");
    expect(startOfDay("Asia/Shanghai", "2026-03-02")).toBe("2026-03-01T16:00:00.000Z");
    expect(endOfDay("Asia/Shanghai", "2026-03-02")).toBe("2026-03-02T15:59:59.999Z");
    expect(momentAt("America/New_York", "2026-03-08", "02:30:00")).toBe("2026-03-08T07:30:00.000Z");
    expect([isZone("Asia/Shanghai"), isZone("Asia/Sluice")]).toEqual([true, false]);
  });
  it("agree: every moment lies in its own day, in zones with summer time too", () => {
    const zone = fc.constantFrom(
      "Asia/Shanghai",
      "America/New_York",
      "Europe/Berlin",
      "Pacific/Kiritimati",
      "America/Sao_Paulo",
      "UTC",
    );
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 4_000_000_000 }), (where, seconds) => {
        const moment = new Date(seconds * 1000).toISOString();
        const day = dayIn(where, moment);
        return startOfDay(where, day) <= moment && moment <= endOfDay(where, day);
      }),
    );
  });
});

describe("the working calendar", () => {
  const holidays = chineseHolidays(2024, 2026);
  const china = calendarOf(holidays);
  it("knows the holidays and exchanged days of China", () => {
    expect(holidays.find((day) => day.date === "2026-10-10")).toMatchObject({
      working: true,
      name: { "zh-CN": "国庆节", en: "National Day" },
    });
    expect(
      ["2026-10-09", "2026-10-10", "2026-10-11", "2026-10-01", "2025-01-26"].map(china.isWorkingDay),
    ).toEqual([true, true, false, false, true]);
    // National Day 2026: off from 1 to 7 October, Saturday the 10th worked.
    expect(china.add("2026-09-30", 1)).toBe("2026-10-08");
    expect(china.add("2026-10-12", -2)).toBe("2026-10-09");
    expect(china.between("2026-09-30", "2026-10-12")).toBe(4);
    expect(china.between("2026-10-12", "2026-09-30")).toBe(-4);
    expect(china.add("2026-10-04", 0)).toBe("2026-10-04");
  });
  it("has every announced day", () => {
    const announced: { holidays: Record<string, string>; workdays: Record<string, string> } = createRequire(
      import.meta.url,
    )("chinese-days/dist/chinese-days.json");
    const ours = chineseHolidays(2004, 2100);
    expect(
      ours
        .filter((day) => !day.working)
        .map((day) => day.date)
        .toSorted(),
    ).toEqual(Object.keys(announced.holidays).toSorted());
    expect(
      ours
        .filter((day) => day.working)
        .map((day) => day.date)
        .toSorted(),
    ).toEqual(Object.keys(announced.workdays).toSorted());
    for (const day of ours)
      expect(
        (announced.holidays[day.date] ?? announced.workdays[day.date])?.startsWith(
          `${day.name.en},${day.name["zh-CN"]},`,
        ),
        day.date,
      ).toBe(true);
  });
  it("counts as one does by hand, day after day", () => {
    fc.assert(
      fc.property(
        someDate,
        fc.integer({ min: 0, max: 60 }),
        fc.array(fc.record({ date: someDate, working: fc.boolean() }), { maxLength: 30 }),
        (from, days, exceptions) => {
          const near = exceptions.map((one, index) => ({ ...one, date: addDays(from, (index * 7) % 50) }));
          const calendar = calendarOf(near);
          const all = Array.from({ length: days }, (_, index) => addDays(from, index + 1));
          return calendar.between(from, addDays(from, days)) === all.filter(calendar.isWorkingDay).length;
        },
      ),
    );
  });
  it("adds so that the days between are the days added, and lands on a working day", () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: 1, max: 400 }), (date, days) => {
        const later = china.add(date, days);
        const earlier = china.add(date, -days);
        return (
          china.between(date, later) === days &&
          china.isWorkingDay(later) &&
          china.isWorkingDay(earlier) &&
          china.between(addDays(earlier, -1), addDays(date, -1)) === days
        );
      }),
    );
  });
  it("stays within the calendar whatever is asked", () => {
    expect(china.add("2026-01-01", 1e9)).toBe("9999-12-31");
    expect(china.add("2026-01-01", -1e9)).toBe("0001-01-01");
  });
});

describe("periods", () => {
  it("begin and end where people think", () => {
    expect(periodOf("week", "2026-03-01")).toEqual({ from: "2026-02-23", to: "2026-03-01" });
    expect(periodOf("quarter", "2026-05-20")).toEqual({ from: "2026-04-01", to: "2026-06-30" });
    expect(periodAfter("month", "2026-03-31", -1)).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect(periodOf("year", "2024-02-29")).toEqual({ from: "2024-01-01", to: "2024-12-31" });
  });
  it("cover a range without gap or overlap", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("week", "month", "quarter", "year"),
        someDate,
        fc.integer({ min: 0, max: 900 }),
        (period, from, days) => {
          const parts = periodsIn(period, { from, to: addDays(from, days) });
          const joined = parts.every(
            (part, index) => index === 0 || daysBetween(parts[index - 1]?.to ?? "", part.from) === 1,
          );
          return joined && (parts[0]?.from ?? "z") <= from && (parts.at(-1)?.to ?? "") >= addDays(from, days);
        },
      ),
    );
  });
});
